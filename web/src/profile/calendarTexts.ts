import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    title: "Dein Kalender",
    text: "Deine Nächte im Garten, im Kalender deines Handys oder Rechners: Er holt sie sich von einer Adresse, die nur du kennst, und bleibt von selbst aktuell.",
    loading: "Einen Moment …",
    make: "Kalenderadresse erstellen",
    password: "Dein Passwort",
    label: "Deine Kalenderadresse",
    once: "Kopiere sie gleich: Wir zeigen sie nur dieses eine Mal. Halte sie geheim, denn wer sie kennt, sieht deine Nächte im Garten.",
    open: "Im Kalender öffnen",
    exists: (moment: string) => `Du hast eine Kalenderadresse, seit ${moment}.`,
    lost: "Wir können sie nicht noch einmal zeigen. Brauchst du sie wieder, dann erstelle eine neue.",
    again: "Neue Adresse erstellen",
    againQuestion: "Neue Adresse erstellen?",
    againConsequence:
      "Die alte Adresse gilt dann nicht mehr: Kalender, die sie benutzen, bekommen nichts Neues.",
    revoke: "Adresse widerrufen",
    revokeQuestion: "Kalenderadresse widerrufen?",
    revokeConsequence:
      "Kalender, die sie benutzen, bekommen dann nichts Neues mehr. Du kannst jederzeit eine neue erstellen.",
    revoked: "Die Adresse gilt nicht mehr.",
  },
  {
    title: "Your calendar",
    text: "Your nights in the garden in the calendar of your phone or computer: it fetches them from an address that only you know, and stays up to date by itself.",
    loading: "One moment …",
    make: "Make a calendar address",
    password: "Your password",
    label: "Your calendar address",
    once: "Copy it now: we show it only this once. Keep it secret: anybody who knows it sees your nights in the garden.",
    open: "Open in calendar",
    exists: (moment: string) => `You have had a calendar address since ${moment}.`,
    lost: "We cannot show it again. If you need it once more, make a new one.",
    again: "Make a new address",
    againQuestion: "Make a new address?",
    againConsequence:
      "The old address is no longer valid then: calendars that use it get no more updates.",
    revoke: "Revoke the address",
    revokeQuestion: "Revoke the calendar address?",
    revokeConsequence:
      "Calendars that use it get no more updates then. You can make a new one at any time.",
    revoked: "The address is no longer valid.",
  },
);
