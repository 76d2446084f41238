import { useState } from "react";
import { api, ask, type Schemas } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useTexts } from "@/platform/texts/texts";
import { ButtonLink } from "@/platform/ui/Button";
import { ConfirmButton } from "@/platform/ui/ConfirmButton";
import { StatusMessage } from "@/platform/ui/StatusMessage";
import { words } from "./administratorPasskeyTexts";

interface ChangePasskeyRuleProps {
  needed: boolean;
  onChanged: (settings: Schemas["SecuritySettings"]) => void;
}

/**
 * Requires passkeys of administrators, or stops doing so. It takes a confirmation with a passkey;
 * an administrator without a passkey gets a link to the profile instead.
 */
export function ChangePasskeyRule({ needed, onChanged }: ChangePasskeyRuleProps) {
  const text = useTexts(words);
  const { data: passkeys } = useAnswer("/api/me/passkeys", () => ask(api.GET("/api/me/passkeys")));
  const [message, setMessage] = useState("");

  async function change(): Promise<Schemas["SecuritySettings"]> {
    const { confirmWithPasskey } = await import("@/access/passkeys/logIn");
    await confirmWithPasskey();
    const body = { administratorsNeedPasskey: !needed };
    return ask(api.PUT("/api/admin/security-settings", { body }));
  }

  if (passkeys?.length === 0) {
    return (
      <ButtonLink href="/profile" className="self-start">
        {text.toProfile}
      </ButtonLink>
    );
  }
  return (
    <div className="flex flex-col items-start gap-2">
      <ConfirmButton
        label={needed ? text.allow : text.require}
        look={needed ? "danger" : "main"}
        title={needed ? text.allowQuestion : text.requireQuestion}
        danger={needed}
        action={change}
        onDone={(settings) => {
          onChanged(settings);
          setMessage(needed ? text.allowed : text.required);
        }}
      >
        {() => <p>{needed ? text.allowText : text.requireText}</p>}
      </ConfirmButton>
      <StatusMessage>{message}</StatusMessage>
    </div>
  );
}
