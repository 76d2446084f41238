import { useSyncExternalStore } from "react";

/** Whether the server has answered any request of this page with 401: the session has ended. */
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
