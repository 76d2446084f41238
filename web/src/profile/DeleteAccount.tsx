import { useState } from "react";
import { goToLogin, type Me } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Dialog } from "@/platform/ui/Dialog";
import { Problem } from "@/platform/ui/Problem";
import { ConfirmIfRefused } from "./ConfirmAgain";
import { words } from "./texts";

/** Deletes the member's own account. */
export function DeleteAccount({ me }: { me: Me }) {
  const text = useTexts(words).erase;
  const [confirming, setConfirming] = useState(false);
  return (
    <Card className="flex flex-col gap-3">
      <h2>{text.title}</h2>
      <p className="text-muted">{text.text}</p>
      <Button look="danger" className="self-start" onClick={() => setConfirming(true)}>
        {text.open}
      </Button>
      {confirming && (
        <Dialog title={text.question} onClose={() => setConfirming(false)}>
          <DeleteAccountForm me={me} onCancel={() => setConfirming(false)} />
        </Dialog>
      )}
    </Card>
  );
}

interface DeleteAccountFormProps {
  me: Me;
  onCancel: () => void;
}

function DeleteAccountForm({ me, onCancel }: DeleteAccountFormProps) {
  const text = useTexts(words);
  const [password, setPassword] = useState("");
  const { send, busy, refusal } = useSending(async () => {
    await ask(api.DELETE("/api/me", { body: me.hasPassword ? { password } : {} }));
    goToLogin("erased");
  });
  return (
    <form
      method="post"
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <ul className="flex list-disc flex-col gap-1 pl-5">
        <li>{text.erase.goes}</li>
        <li>{text.erase.stays}</li>
      </ul>
      <p className="font-medium">{text.erase.forever}</p>
      <Problem error={refusal} shown={me.hasPassword ? ["password"] : []} />
      <ConfirmIfRefused
        me={me}
        label={text.erase.password}
        value={password}
        errors={refusal?.errors.password}
        onChange={setPassword}
        onConfirmed={() => void send()}
      />
      <div className="flex flex-wrap justify-end gap-3">
        <Button look="plain" onClick={onCancel}>
          {text.cancel}
        </Button>
        <Button type="submit" look="danger" busy={busy}>
          {text.erase.send}
        </Button>
      </div>
    </form>
  );
}
