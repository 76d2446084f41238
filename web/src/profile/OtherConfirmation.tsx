import type { Me } from "@/access/me";
import { usePasskeys } from "@/access/passkeys/support";
import { useLoginMethods } from "@/access/loginMethods";
import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { useSending } from "@/platform/api/useSending";
import { useTexts } from "@/platform/texts/texts";
import { Button, ExternalLink } from "@/platform/ui/Button";
import { Problem } from "@/platform/ui/Problem";
import { words } from "./confirmTexts";

interface OtherConfirmationProps {
  me: Me;
  /** Called when a passkey has confirmed it: the request now needs no password. */
  onConfirmed: () => void;
}

/** A passkey instead of the password; members with neither log in again with their provider. */
export function OtherConfirmation({ me, onConfirmed }: OtherConfirmationProps) {
  const text = useTexts(words);
  const supported = usePasskeys();
  const { data: passkeys } = useAnswer("/api/me/passkeys", () => ask(api.GET("/api/me/passkeys")));
  const { data: methods } = useLoginMethods();
  const { send, busy, refusal } = useSending(async () => {
    const { confirmWithPasskey } = await import("@/access/passkeys/logIn");
    await confirmWithPasskey();
    onConfirmed();
  });

  return (
    <>
      <Problem error={refusal} />
      {supported && passkeys && passkeys.length > 0 && (
        <div className="flex flex-col items-start gap-2">
          {me.hasPassword && <p className="text-muted">{text.or}</p>}
          <Button look="plain" busy={busy} onClick={() => void send()}>
            {text.passkey}
          </Button>
        </div>
      )}
      {!me.hasPassword && methods?.oidc && (
        <ExternalLink look="plain" className="self-start" href="/api/auth/oidc">
          {text.again(methods.oidc.name)}
        </ExternalLink>
      )}
    </>
  );
}
