import type { ComponentProps } from "react";
import { OtherProof } from "./OtherProof";
import { OwnPassword } from "./OwnPassword";

interface ConfirmAgainProps extends ComponentProps<typeof OwnPassword> {
  onConfirmed: () => void;
}

/** The password once more, or what there is in its place. */
export function ConfirmAgain({ onConfirmed, ...password }: ConfirmAgainProps) {
  return (
    <>
      <OwnPassword {...password} />
      <OtherProof me={password.me} onConfirmed={onConfirmed} />
    </>
  );
}
