import { useState } from "react";
import { useMe } from "@/access/me";
import { api, ask } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { Card } from "@/platform/ui/Card";
import { TextField } from "@/platform/ui/Field";
import { Notice } from "@/platform/ui/Notice";
import { Problem } from "@/platform/ui/Problem";
import { words } from "./texts";

/** Sends a test mail at once, and says whether it worked. */
export function TestMail({ configured }: { configured: boolean }) {
  const text = useTexts(words);
  const { data: me } = useMe();
  const [typed, setTyped] = useState<string | null>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const to = typed ?? me?.email ?? "";
  const { send, busy, refusal } = useSending(async () => {
    setSentTo(null);
    await ask(api.POST("/api/admin/email-settings/test", { body: { to } }));
    setSentTo(to);
  });

  return (
    <Card>
      <h2 className="mb-3">{text.test}</h2>
      {configured ? (
        <form
          className="flex flex-col gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            void send();
          }}
        >
          <p className="text-muted">{text.testText}</p>
          <TextField
            label={text.to}
            type="email"
            name="to"
            autoComplete="email"
            required
            maxLength={254}
            value={to}
            errors={refusal?.errors.to}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" look="plain" busy={busy}>
            {busy ? text.sending : text.send}
          </Button>
          {refusal?.errors.host ? (
            <Notice kind="problem">
              {refusal.errors.host.map((sentence) => (
                <p key={sentence} className="wrap-anywhere">
                  {sentence}
                </p>
              ))}
            </Notice>
          ) : (
            <Problem error={refusal} shown={["to"]} />
          )}
          {sentTo && <Notice kind="good">{text.sent(sentTo)}</Notice>}
        </form>
      ) : (
        <p className="text-muted">{text.testMissing}</p>
      )}
    </Card>
  );
}
