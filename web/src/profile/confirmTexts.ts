import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    or: "Oder ohne Passwort:",
    passkey: "Mit Passkey bestätigen",
    again: (name: string) => `Neu mit ${name} anmelden`,
  },
  {
    or: "Or without a password:",
    passkey: "Confirm with a passkey",
    again: (name: string) => `Log in again with ${name}`,
  },
);
