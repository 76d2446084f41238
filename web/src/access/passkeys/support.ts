import { useSyncExternalStore } from "react";

function never(): () => void {
  return () => undefined;
}

function works(): boolean {
  return (
    typeof PublicKeyCredential !== "undefined" &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === "function" &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === "function"
  );
}

/** Whether this browser can use passkeys here: not an old one, and not without TLS. */
export function usePasskeys(): boolean {
  return useSyncExternalStore(never, works, () => false);
}
