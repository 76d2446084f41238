import { useState } from "react";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { Checkbox, TextField } from "@/platform/ui/Field";
import { Problem } from "@/platform/ui/Problem";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { ServerFields } from "./ServerFields";
import { words } from "./texts";
import { needsPasswordAgain, requestOf, typedOf, type Settings, type Typed } from "./typed";

const FIELDS = ["host", "port", "username", "password", "from", "security"] as const;

interface MailFormProps {
  settings: Settings;
  onSaved: (settings: Settings) => Promise<unknown>;
}

export function MailForm({ settings, onSaved }: MailFormProps) {
  const text = useTexts(words);
  const [typed, setTyped] = useState(() => typedOf(settings));
  const [saved, setSaved] = useState(false);
  const change = (next: Typed) => {
    setTyped(next);
    setSaved(false);
  };
  const { send, busy, refusal } = useSending(async () => {
    const now = await ask(api.PUT("/api/admin/email-settings", { body: requestOf(typed) }));
    await onSaved(now);
    setTyped(typedOf(now));
    setSaved(true);
  });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <Card className="flex flex-col gap-4">
        <h2>{text.settings}</h2>
        <Problem error={refusal} shown={FIELDS} />
        <Checkbox
          label={text.enabled}
          hint={text.enabledHint}
          checked={typed.enabled}
          onChange={(event) => change({ ...typed, enabled: event.target.checked })}
        />
        <ServerFields
          typed={typed}
          hasPassword={settings.hasPassword}
          passwordAgain={needsPasswordAgain(settings, typed)}
          errors={refusal?.errors ?? {}}
          onChange={change}
        />
        <TextField
          label={text.from}
          hint={text.fromHint}
          type="email"
          name="from"
          autoComplete="off"
          required
          maxLength={254}
          value={typed.from}
          errors={refusal?.errors.from}
          onChange={(event) => change({ ...typed, from: event.target.value })}
        />
        <Button type="submit" busy={busy}>
          {busy ? text.saving : text.save}
        </Button>
        <StatusMessage>{saved ? text.saved : ""}</StatusMessage>
      </Card>
    </form>
  );
}
