import type { ComponentProps } from "react";
import { OtherConfirmation } from "./OtherConfirmation";
import { CurrentPassword } from "./CurrentPassword";

interface ConfirmAgainProps extends ComponentProps<typeof CurrentPassword> {
  onConfirmed: () => void;
}

/** Confirms with the password, or with what replaces it. */
export function ConfirmAgain({ onConfirmed, ...password }: ConfirmAgainProps) {
  return (
    <>
      <CurrentPassword {...password} />
      <OtherConfirmation me={password.me} onConfirmed={onConfirmed} />
    </>
  );
}

/** The password; without one, another confirmation, but only if the server refused the request. */
export function ConfirmIfRefused({ onConfirmed, ...password }: ConfirmAgainProps) {
  return (
    <>
      <CurrentPassword {...password} />
      {!password.me.hasPassword && password.errors && (
        <OtherConfirmation me={password.me} onConfirmed={onConfirmed} />
      )}
    </>
  );
}
