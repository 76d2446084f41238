import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    title: "Verwaltung",
    onlyAdministrators:
      "Diese Seite ist nur für die Verwaltung. Wenn du hier etwas brauchst, frag jemanden, der den Garten verwaltet.",
    toGarden: "Zum Garten",
    counting: "Wird gezählt …",
    uncounted: "Anzahl gerade nicht bekannt",
    requests: {
      title: "Anfragen",
      text: "Buchungen annehmen oder ablehnen",
      waiting: (count: number) => (count === 1 ? "1 Anfrage wartet" : `${count} Anfragen warten`),
      none: "Keine Anfrage wartet",
    },
    members: {
      title: "Mitglieder",
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
    mail: { title: "E-Mail", text: "E-Mail-Versand" },
    report: { title: "Auslastung", text: "Wie stark der Garten genutzt wird" },
    security: { title: "Sicherheit", text: "Was mit Konten und Einstellungen geschehen ist" },
    box: { title: "Wie geht es dem Server?", text: "Speicher, Sicherung, Strom und Temperatur" },
  },
  {
    title: "Manage",
    onlyAdministrators:
      "This page is for administrators. If you need something here, ask one of them.",
    toGarden: "To the garden",
    counting: "Counting …",
    uncounted: "Number not known right now",
    requests: {
      title: "Requests",
      text: "Accept or reject bookings",
      waiting: (count: number) => (count === 1 ? "1 request waits" : `${count} requests wait`),
      none: "No request waits",
    },
    members: {
      title: "Members",
      text: "Approve, invite, give roles",
      waiting: (count: number) =>
        count === 1 ? "1 person waits for approval" : `${count} people wait for approval`,
      none: "Nobody waits",
    },
    places: { title: "Places to sleep", text: "Rooms, tents and campers with their beds" },
    calendars: { title: "External calendars", text: "When the garden is taken elsewhere" },
    passkeys: {
      title: "How administrators log in",
      text: "Whether the password is enough or a passkey is needed",
    },
    mail: { title: "E-mail", text: "Sending e-mail" },
    report: { title: "Occupancy", text: "How much the garden is used" },
    security: { title: "Security", text: "What happened to accounts and settings" },
    box: { title: "How is the box?", text: "Memory, backup, power and temperature" },
  },
);
