import { useSyncExternalStore } from "react";
import { texts } from "@/platform/texts/texts";

/** The parameters of the login page's address that select a notice. */
const NOTICE = "notice";
const PROBLEM = "problem";

/**
 * The notices of the login page, by their name in its address; the server sets those with `oidc-`.
 */
export const notices = texts(
  {
    erased: "Dein Konto ist gelöscht. Schön, dass du da warst!",
    "oidc-unavailable":
      "Der Anbieter für die Anmeldung antwortet gerade nicht. Versuche es später noch einmal, oder melde dich mit Passwort an.",
    "oidc-expired":
      "Das hat zu lange gedauert oder wurde in einem anderen Browser begonnen. Versuche es noch einmal.",
    "oidc-denied": "Die Anmeldung wurde abgebrochen oder beim Anbieter abgelehnt.",
    "oidc-failed":
      "Die Anmeldung über den Anbieter hat nicht geklappt. Versuche es noch einmal, oder sag der Verwaltung Bescheid.",
    "oidc-email":
      "Deine E-Mail-Adresse ist beim Anbieter nicht bestätigt. Bestätige sie dort und versuche es dann noch einmal.",
    "oidc-refused":
      "Mit diesem Konto hast du hier keinen Zugang. Frag die Verwaltung, wenn das nicht stimmt.",
    "oidc-passkey":
      "Für die Verwaltung brauchst du hier deinen Passkey: Melde dich unten damit an.",
    "oidc-busy": "Zu viele Versuche. Bitte warte ein paar Minuten.",
  },
  {
    erased: "Your account is deleted. It was good to have you here!",
    "oidc-unavailable":
      "The log-in provider does not answer just now. Try again later, or log in with your password.",
    "oidc-expired": "That took too long or was begun in another browser. Please try again.",
    "oidc-denied": "The log-in was cancelled, or the provider refused it.",
    "oidc-failed":
      "The log-in with the provider did not work. Try again, or tell an administrator.",
    "oidc-email":
      "Your e-mail address is not verified at the provider. Verify it there, then try again.",
    "oidc-refused": "This account has no access here. Ask an administrator if that is wrong.",
    "oidc-passkey": "Administrators need their passkey here: log in with it below.",
    "oidc-busy": "Too many attempts. Please wait some minutes.",
  },
);

export type LoginNotice = keyof (typeof notices)["de"];

/** The notice that an address selects; null for an unknown name. */
export function noticeIn(search: string): LoginNotice | null {
  const parameters = new URLSearchParams(search);
  const name = parameters.get(NOTICE) ?? parameters.get(PROBLEM) ?? "";
  return isNotice(name) ? name : null;
}

function isNotice(name: string): name is LoginNotice {
  return Object.hasOwn(notices.de, name);
}

/** The address of the login page with a notice. */
export function loginAddress(notice?: LoginNotice): string {
  return notice ? `/?${NOTICE}=${notice}` : "/";
}

function never(): () => void {
  return () => undefined;
}

export function useLoginNotice(): LoginNotice | null {
  return useSyncExternalStore(
    never,
    () => noticeIn(window.location.search),
    () => null,
  );
}
