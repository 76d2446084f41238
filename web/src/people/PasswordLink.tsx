import { useState } from "react";
import { useMe } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Dialog } from "@/platform/ui/Dialog";
import { Question } from "@/platform/ui/Question";
import type { DecisionProps } from "./decision";
import { InviteLink } from "./InviteLink";
import { nameOf, waitsForApproval } from "./person";
import { inviteWords, words } from "./texts";

/** Makes a link to a new password, for somebody whom no letter reaches. */
export function PasswordLink({ person }: DecisionProps) {
  const text = useTexts(words);
  const inviteText = useTexts(inviteWords);
  const { data: me } = useMe();
  const [asking, setAsking] = useState(false);
  const [link, setLink] = useState<string | null>(null);
  const { send, busy, refusal, forget } = useSending(async () => {
    const made = await ask(
      api.POST("/api/admin/users/{id}/password-link", { params: { path: { id: person.id } } }),
    );
    setLink(made.passwordUrl);
  });
  // Oneself one changes it in the profile. Who waits needs it only where there is no password.
  if (person.id === me?.id || (waitsForApproval(person) && person.hasPassword)) {
    return null;
  }
  const close = () => {
    setAsking(false);
    setLink(null);
    forget();
  };
  const name = nameOf(person);
  const title = text.passwordLinkTitle(name);
  return (
    <>
      <Button look="plain" onClick={() => setAsking(true)}>
        {text.passwordLink}
        <span className="sr-only"> {name}</span>
      </Button>
      {asking && !link && (
        <Question
          title={title}
          yes={text.newLinkYes}
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={close}
        >
          <p>{text.passwordLinkText}</p>
        </Question>
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
