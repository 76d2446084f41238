import { useSyncExternalStore } from "react";

/** The token that this page was opened with; kept here when it is gone from the address bar. */
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
 * The one-time token of the link from a mail. It stands in the hash, which browsers send to nobody.
 *
 * @returns null if the link has none; undefined while the page is not yet alive
 */
export function useLinkToken(): string | null | undefined {
  return useSyncExternalStore<string | null | undefined>(subscribe, token, () => undefined);
}

/** Takes a token that has been used out of the address bar, so that nobody bookmarks it. */
export function tidyAddress(): void {
  window.history.replaceState(null, "", window.location.pathname + window.location.search);
}
