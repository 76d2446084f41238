import type { ComponentProps } from "react";
import { OtherProof } from "./OtherProof";
import { OwnPassword } from "./OwnPassword";

interface ConfirmAgainProps extends ComponentProps<typeof OwnPassword> {
  onConfirmed: () => void;
}

/** Confirms with the password, or with what replaces it. */
export function ConfirmAgain({ onConfirmed, ...password }: ConfirmAgainProps) {
  return (
    <>
      <OwnPassword {...password} />
      <OtherProof me={password.me} onConfirmed={onConfirmed} />
    </>
  );
}
