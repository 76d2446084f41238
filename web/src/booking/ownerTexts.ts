import { texts } from "@/platform/texts/texts";

export const ownerWords = texts(
  {
    label: "Für wen?",
    me: "Für mich",
    guest: "Für jemanden ohne Konto …",
    name: "Name",
    nameHint:
      "Zum Beispiel Oma Erna. So sehen es alle im Garten. Die Buchung gehört dir: Du änderst und stornierst sie.",
    for: "Für",
    guestOf: (guest: string, member: string) => `${guest} (gebucht von ${member})`,
  },
  {
    label: "For whom?",
    me: "For me",
    guest: "For somebody without an account …",
    name: "Name",
    nameHint:
      "For example Grandma Erna. This is how everybody in the garden sees it. The booking is yours: you change and cancel it.",
    for: "For",
    guestOf: (guest: string, member: string) => `${guest} (booked by ${member})`,
  },
);
