import { texts } from "@/platform/texts/texts";

export const passkeys = texts(
  {
    logIn: "Mit Passkey anmelden",
    or: "oder",
    stopped: "Das wurde abgebrochen oder hat zu lange gedauert. Versuche es einfach noch einmal.",
    known: "Auf diesem Gerät gibt es schon einen Passkey für dich.",
    elsewhere: "Passkeys funktionieren nur unter der richtigen Adresse dieses Gartens.",
    failed: "Das hat mit dem Passkey nicht geklappt. Bitte versuche es noch einmal.",
  },
  {
    logIn: "Log in with a passkey",
    or: "or",
    stopped: "That was cancelled or took too long. Just try again.",
    known: "There is already a passkey for you on this device.",
    elsewhere: "Passkeys only work at the right address of this garden.",
    failed: "That did not work with the passkey. Please try again.",
  },
);
