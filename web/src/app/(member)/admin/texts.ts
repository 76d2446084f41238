import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    title: "Verwaltung",
    onlyAdministrators:
      "Diese Seite ist für alle, die den Garten verwalten. Wenn du hier etwas brauchst, frag eine von ihnen.",
    toGarden: "Zum Garten",
    counting: "Wird gezählt …",
    uncounted: "Gerade nicht zu zählen",
    requests: {
      title: "Anfragen",
      text: "Buchungen annehmen oder ablehnen",
      waiting: (count: number) => (count === 1 ? "1 Anfrage wartet" : `${count} Anfragen warten`),
      none: "Nichts wartet",
    },
    members: {
      title: "Menschen",
      text: "Freigeben, einladen, Rollen vergeben",
      waiting: (count: number) =>
        count === 1 ? "1 Person wartet auf Freigabe" : `${count} Personen warten auf Freigabe`,
      none: "Niemand wartet",
    },
    places: { title: "Unterkünfte", text: "Zimmer, Zelte und Wohnwagen mit ihren Betten" },
    calendars: { title: "Fremde Kalender", text: "Wann der Garten anderswo vergeben ist" },
    passkeys: {
      title: "Anmeldung der Verwaltung",
      text: "Ob das Passwort genügt oder ein Passkey nötig ist",
    },
    mail: { title: "E-Mail", text: "Wie der Garten Briefe verschickt" },
    report: { title: "Auslastung", text: "Wie viel der Garten genutzt wird" },
    security: { title: "Sicherheit", text: "Was mit Konten und Einstellungen geschah" },
  },
  {
    title: "Manage",
    onlyAdministrators:
      "This page is for those who manage the garden. If you need something here, ask one of them.",
    toGarden: "To the garden",
    counting: "Counting …",
    uncounted: "Cannot be counted right now",
    requests: {
      title: "Requests",
      text: "Accept or reject bookings",
      waiting: (count: number) => (count === 1 ? "1 request waits" : `${count} requests wait`),
      none: "Nothing waits",
    },
    members: {
      title: "People",
      text: "Approve, invite, give roles",
      waiting: (count: number) =>
        count === 1 ? "1 person waits for approval" : `${count} people wait for approval`,
      none: "Nobody waits",
    },
    places: { title: "Places to sleep", text: "Rooms, tents and campers with their beds" },
    calendars: { title: "Outside calendars", text: "When the garden is taken elsewhere" },
    passkeys: {
      title: "How administrators log in",
      text: "Whether the password suffices or a passkey is needed",
    },
    mail: { title: "E-mail", text: "How the garden sends letters" },
    report: { title: "Occupancy", text: "How much the garden is used" },
    security: { title: "Security", text: "What happened to accounts and settings" },
  },
);
