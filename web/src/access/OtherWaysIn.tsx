"use client";

import { useTexts } from "@/platform/texts/texts";
import { OutsideLink } from "@/platform/ui/Button";
import { PasskeyLogIn } from "./passkeys/PasskeyLogIn";
import { words } from "./texts";
import { useWaysIn } from "./ways";

/** The ways in without a password of this garden, as far as there are any. */
export function OtherWaysIn({ onDone }: { onDone: () => void }) {
  const text = useTexts(words);
  const { data: ways } = useWaysIn();
  return (
    <>
      {ways?.passkeys && <PasskeyLogIn onDone={onDone} />}
      {ways?.oidc && (
        <OutsideLink look="plain" href="/api/auth/oidc">
          {text.logInWith(ways.oidc.name)}
        </OutsideLink>
      )}
    </>
  );
}
