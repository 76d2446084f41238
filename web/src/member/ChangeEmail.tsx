import { useState } from "react";
import { useMe } from "@/access/me";
import { useSendsMail } from "@/access/loginMethods";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { TextField } from "@/platform/ui/Field";
import { ConfirmAgain } from "@/profile/ConfirmAgain";
import { decide, type DecisionProps } from "./decision";
import { nameOf } from "./member";
import { words } from "./texts";

/** Gives a member another e-mail address, for those who mistyped or lost theirs. */
export function ChangeEmail({ member, onDone }: DecisionProps) {
  const text = useTexts(words);
  const sendsMail = useSendsMail();
  const { data: me, mutate: readMe } = useMe();
  const [open, setOpen] = useState(false);
  const [email, setEmail] = useState(member.email);
  const [password, setPassword] = useState("");
  const name = nameOf(member);
  const { send, busy, refusal, forget } = useSending(async (confirmed?: "confirmed") => {
    await decide(() =>
      ask(
        api.PUT("/api/admin/users/{id}/email", {
          params: { path: { id: member.id } },
          body: { email, ...(password && !confirmed && { password }) },
        }),
      ),
    );
    if (member.id === me?.id) {
      await readMe();
    }
    close();
    onDone(text.emailChanged(name), true);
  });

  function close() {
    setOpen(false);
    setPassword("");
    forget();
  }

  return (
    <>
      <Button
        look="plain"
        onClick={() => {
          setEmail(member.email);
          setOpen(true);
        }}
      >
        {text.changeEmail}
        <span className="sr-only"> {name}</span>
      </Button>
      {open && (
        <ConfirmDialog
          title={text.changeEmailTitle(name)}
          yes={text.changeEmailYes}
          busy={busy}
          refusal={refusal}
          shown={me?.hasPassword ? ["email", "password"] : ["email"]}
          onYes={() => void send()}
          onNo={close}
        >
          <p>{sendsMail ? text.changeEmailText : text.changeEmailNoMail}</p>
          <TextField
            label={text.newEmail}
            name="email"
            type="email"
            autoComplete="off"
            required
            maxLength={254}
            value={email}
            errors={refusal?.errors.email}
            onChange={(event) => setEmail(event.target.value)}
          />
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
    </>
  );
}
