import { useState } from "react";
import { api, ask, type Schemas } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button, ButtonLink } from "@/platform/ui/Button";
import { ConfirmDialog } from "@/platform/ui/ConfirmDialog";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { words } from "./administratorPasskeyTexts";

interface ChangePasskeyRuleProps {
  needed: boolean;
  onChanged: (settings: Schemas["SecuritySettings"]) => void;
}

/** Makes or ends the rule, confirmed with one's own passkey; who has none is led to make one. */
export function ChangePasskeyRule({ needed, onChanged }: ChangePasskeyRuleProps) {
  const text = useTexts(words);
  const { data: passkeys } = useAnswer("/api/me/passkeys", () => ask(api.GET("/api/me/passkeys")));
  const [confirming, setConfirming] = useState(false);
  const [message, setMessage] = useState("");
  const { send, busy, refusal, forget } = useSending(async () => {
    const { confirmWithPasskey } = await import("@/access/passkeys/logIn");
    await confirmWithPasskey();
    const body = { administratorsNeedPasskey: !needed };
    onChanged(await ask(api.PUT("/api/admin/security-settings", { body })));
    setConfirming(false);
    setMessage(needed ? text.allowed : text.required);
  });

  if (passkeys?.length === 0) {
    return (
      <ButtonLink href="/profile" className="self-start">
        {text.toProfile}
      </ButtonLink>
    );
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <Button look={needed ? "danger" : "main"} onClick={() => setConfirming(true)}>
        {needed ? text.allow : text.require}
      </Button>
      <StatusMessage>{message}</StatusMessage>
      {confirming && (
        <ConfirmDialog
          title={needed ? text.allowQuestion : text.requireQuestion}
          yes={needed ? text.allow : text.require}
          danger={needed}
          busy={busy}
          refusal={refusal}
          onYes={() => void send()}
          onNo={() => {
            setConfirming(false);
            forget();
          }}
        >
          <p>{needed ? text.allowText : text.requireText}</p>
        </ConfirmDialog>
      )}
    </div>
  );
}
