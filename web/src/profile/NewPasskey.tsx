import { useState } from "react";
import type { Me } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { TextField } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { deviceOf } from "./device";
import { ConfirmIfRefused } from "./ConfirmAgain";
import { words } from "./passkeyTexts";

interface NewPasskeyProps {
  me: Me;
  onAdded: (name: string) => void;
  onCancel: () => void;
}

/** Names a new passkey and lets the device create it. */
export function NewPasskey({ me, onAdded, onCancel }: NewPasskeyProps) {
  const text = useTexts(words);
  const [name, setName] = useState(() => text.suggestions[deviceOf(navigator.userAgent)]);
  const [password, setPassword] = useState("");
  const { send, busy, refusal } = useSending(async () => {
    const { makePasskey } = await import("@/access/passkeys/ceremony");
    const options = await ask(
      api.POST("/api/me/passkeys/options", { body: me.hasPassword ? { password } : {} }),
    );
    const credential = await makePasskey(options);
    await ask(api.POST("/api/me/passkeys", { body: { name, credential } }));
    onAdded(name);
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
      <Problem error={refusal} shown={me.hasPassword ? ["name", "password"] : ["name"]} />
      <TextField
        label={text.name}
        hint={text.nameHint}
        autoFocus
        required
        maxLength={100}
        value={name}
        errors={refusal?.errors.name}
        onChange={(event) => setName(event.target.value)}
      />
      <ConfirmIfRefused
        me={me}
        label={text.password}
        value={password}
        errors={refusal?.errors.password}
        onChange={setPassword}
        onConfirmed={() => void send()}
      />
      <div className="flex flex-wrap gap-3">
        <Button type="submit" busy={busy}>
          {text.send}
        </Button>
        <Button look="plain" onClick={onCancel}>
          {text.cancel}
        </Button>
      </div>
    </form>
  );
}
