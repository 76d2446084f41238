"use client";

import { useTexts } from "@/platform/texts/texts";
import { ExternalLink } from "@/platform/ui/Button";
import { PasskeyLogIn } from "./passkeys/PasskeyLogIn";
import { words } from "./texts";
import { useLoginMethods } from "./loginMethods";

/** The other ways to log in that this garden offers: a passkey, an OpenID Connect provider. */
export function OtherLoginMethods({ onDone }: { onDone: () => void }) {
  const text = useTexts(words);
  const { data: methods } = useLoginMethods();
  return (
    <>
      {methods?.passkeys && <PasskeyLogIn onDone={onDone} />}
      {methods?.oidc && (
        <ExternalLink look="plain" href="/api/auth/oidc">
          {text.logInWith(methods.oidc.name)}
        </ExternalLink>
      )}
    </>
  );
}
