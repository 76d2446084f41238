import { useSyncExternalStore } from "react";

/** Whether the server has answered any request of this page with 401: the session has ended. */
let ended = false;
/** How many sessions have begun on this page. */
let begun = 0;
const listeners = new Set<() => void>();

function tell(now: boolean): void {
  ended = now;
  listeners.forEach((listener) => listener());
}

export function sessionEnded(): void {
  tell(true);
}

export function sessionBegan(): void {
  begun++;
  tell(false);
}

/** The person does not log in now: the next request that fails asks again. */
export function logInLater(): void {
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

/** Grows with each session that begins on this page. */
export function useSessionCount(): number {
  return useSyncExternalStore(
    subscribe,
    () => begun,
    () => 0,
  );
}
