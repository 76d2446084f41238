import { useSyncExternalStore } from "react";

/** Whether the server has said, to anything on this page, that the session is over. */
let ended = false;
const listeners = new Set<() => void>();

function tell(now: boolean): void {
  ended = now;
  listeners.forEach((listener) => listener());
}

export function sessionEnded(): void {
  tell(true);
}

export function sessionBegan(): void {
  tell(false);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useSessionEnded(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => ended,
    () => false,
  );
}
