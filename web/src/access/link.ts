import { useSyncExternalStore } from "react";

/** The token that this page was opened with, kept after it was removed from the address bar. */
let held: { path: string; token: string } | null = null;

function subscribe(listener: () => void): () => void {
  window.addEventListener("hashchange", listener);
  return () => window.removeEventListener("hashchange", listener);
}

function token(): string | null {
  const { hash, pathname } = window.location;
  const found = new URLSearchParams(hash.slice(1)).get("token");
  if (found) {
    held = { path: pathname, token: found };
  }
  return held?.path === pathname ? held.token : null;
}

/**
 * The one-time token of the link from a mail. It is in the hash, which browsers do not send to
 * servers.
 *
 * @returns null if the link has none; undefined until the page is hydrated
 */
export function useLinkToken(): string | null | undefined {
  return useSyncExternalStore<string | null | undefined>(subscribe, token, () => undefined);
}

/** Removes a used token from the address bar, so that nobody bookmarks it. */
export function tidyAddress(): void {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
}
