import { useSyncExternalStore } from "react";

export type Language = "de" | "en";

const KEY = "booking.language";
const listeners = new Set<() => void>();

/** The language that was chosen on this device; German until one is. */
export function language(): Language {
  return localStorage.getItem(KEY) === "en" ? "en" : "de";
}

export function chooseLanguage(chosen: Language): void {
  localStorage.setItem(KEY, chosen);
  listeners.forEach((listener) => listener());
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener("storage", listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener("storage", listener);
  };
}

export function useLanguage(): Language {
  return useSyncExternalStore(subscribe, language, () => "de");
}
