import { useState } from "react";
import type { Me } from "@/access/me";
import { api, ask, type Schemas } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";
import { momentText } from "@/platform/dates/format";
import { useLanguage } from "@/platform/texts/language";
import { useTexts } from "@/platform/texts/texts";
import { Button } from "@/platform/ui/Button";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { ConfirmAgain } from "./ConfirmAgain";
import { words } from "./passkeyTexts";

interface PasskeyRowProps {
  me: Me;
  passkey: Schemas["Passkey"];
  onRemoved: () => void;
}

export function PasskeyRow({ me, passkey, onRemoved }: PasskeyRowProps) {
  const text = useTexts(words);
  const language = useLanguage();
  const { id, name, createdAt, lastUsedAt } = passkey;
  const [confirming, setConfirming] = useState(false);
  const [password, setPassword] = useState("");
  const { send, busy, refusal } = useSending(async (confirmed?: "confirmed") => {
    await ask(
      api.DELETE("/api/me/passkeys/{id}", {
        params: { path: { id } },
        body: password && !confirmed ? { password } : {},
      }),
    );
    setConfirming(false);
    onRemoved();
  });

  return (
    <li className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2">
      <div className="min-w-0">
        <p className="font-medium break-words">{name}</p>
        <p className="text-muted text-sm">
          {text.since(momentText(createdAt, language))} ·{" "}
          {lastUsedAt ? text.used(momentText(lastUsedAt, language)) : text.unused}
        </p>
      </div>
      <Button
        look="quiet"
        className="-ml-4 sm:ml-0"
        aria-label={text.removeWhole(name)}
        onClick={() => setConfirming(true)}
      >
        {text.remove}
      </Button>
      {confirming && (
        <ConfirmDialog
          title={text.question(name)}
          yes={text.remove}
          danger
          busy={busy}
          refusal={refusal}
          shown={me.hasPassword ? ["password"] : []}
          onYes={() => void send()}
          onNo={() => setConfirming(false)}
        >
          <p>{text.consequence}</p>
          {refusal?.errors.password && (
            <ConfirmAgain
              me={me}
              label={text.password}
              value={password}
              errors={refusal.errors.password}
              onChange={setPassword}
              onConfirmed={() => void send("confirmed")}
            />
          )}
        </ConfirmDialog>
      )}
    </li>
  );
}
