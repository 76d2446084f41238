import { useState } from "react";
import { useMe } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Dialog } from "@/platform/ui/Dialog";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { ConfirmAgain } from "@/profile/ConfirmAgain";
import type { DecisionProps } from "./decision";
import { InviteLink } from "./InviteLink";
import { groupOf, nameOf } from "./member";
import { inviteWords, words } from "./texts";

/** Makes a link to a new password, for a member whom no mail reaches. */
export function PasswordLink({ member }: DecisionProps) {
  const text = useTexts(words);
  const inviteText = useTexts(inviteWords);
  const { data: me } = useMe();
  const [confirming, setConfirming] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const [password, setPassword] = useState("");
  const { send, busy, refusal, forget } = useSending(async (confirmed?: "confirmed") => {
    const made = await ask(
      api.POST("/api/admin/users/{id}/password-link", {
        params: { path: { id: member.id } },
        body: password && !confirmed ? { password } : {},
      }),
    );
    setPassword("");
    setLink(made.passwordUrl);
  });
  const group = groupOf(member);
  // Administrators change their own password in the profile. A member without access needs the link
  // only if there is no password.
  if (member.id === me?.id || (group !== "active" && member.hasPassword)) {
    return null;
  }
  const close = () => {
    setConfirming(false);
    setLink(null);
    setPassword("");
    forget();
  };
  const name = nameOf(member);
  const title = text.passwordLinkTitle(name);
  return (
    <>
      <Button look="plain" onClick={() => setConfirming(true)}>
        {text.passwordLink}
        <span className="sr-only"> {name}</span>
      </Button>
      {confirming && !link && (
        <ConfirmDialog
          title={title}
          yes={text.newLinkYes}
          busy={busy}
          refusal={refusal}
          shown={me?.hasPassword ? ["password"] : []}
          onYes={() => void send()}
          onNo={close}
        >
          <p>{text.passwordLinkText}</p>
          {member.role === "Administrator" && <p>{text.passwordLinkAdministrator}</p>}
          {(group === "rejected" || group === "revoked") && <p>{text.passwordLinkOut}</p>}
          {me && refusal?.errors.password && (
            <ConfirmAgain
              me={me}
              label={text.ownPassword}
              value={password}
              errors={refusal.errors.password}
              onChange={setPassword}
              onConfirmed={() => void send("confirmed")}
            />
          )}
        </ConfirmDialog>
      )}
      {link && (
        <Dialog title={title} onClose={close}>
          <div className="flex flex-col gap-4">
            <InviteLink link={link} name={name} label={inviteText.passwordLink} />
            <Button onClick={close}>{text.close}</Button>
          </div>
        </Dialog>
      )}
    </>
  );
}
