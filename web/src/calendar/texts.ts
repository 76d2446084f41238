import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    title: "Fremde Kalender",
    about:
      "Ist der Garten anderswo vergeben, zum Beispiel an den Verein oder über eine Ferienseite? Trag den Kalender hier ein: Solange dort etwas steht, kann niemand den Garten buchen. Er wird jede Stunde gelesen.",
    loading: "Kalender werden geladen …",
    list: "Eingetragene Kalender",
    none: "Noch keiner. Der Garten ist nur durch eure eigenen Buchungen belegt.",
    from: (host: string) => `von ${host}`,
    blocks: (ranges: number) =>
      ranges === 0
        ? "Belegt gerade nichts."
        : ranges === 1
          ? "Belegt 1 Zeitraum."
          : `Belegt ${ranges} Zeiträume.`,
    next: (day: string) => `Nächste belegte Nacht: ${day}.`,
    read: (events: number, skipped: number) =>
      `${events === 1 ? "1 Termin" : `${events} Termine`} gelesen` +
      (skipped === 0 ? "." : `, ${skipped} ausgelassen oder nur zum Teil gelesen:`),
    skipsNotAvailable: "Zeilen „Not available“ von Airbnb werden ausgelassen.",
    fetched: (moment: string) => `Zuletzt gelesen: ${moment}`,
    never: "Noch nie gelesen",
    works: "Wird gelesen",
    fails: "Nicht zu lesen",
    failsNote: "Was zuletzt gelesen wurde, bleibt belegt.",
    refresh: "Jetzt lesen",
    refreshing: "Wird gelesen …",
    refreshed: (name: string) => `${name} ist gelesen.`,
    notRefreshed: (name: string) => `${name} war nicht zu lesen.`,
    remove: "Entfernen",
    removeTitle: (name: string) => `${name} entfernen?`,
    removeText: "Die Nächte, die nur dieser Kalender belegt, werden wieder frei.",
    removed: (name: string) => `${name} ist entfernt.`,
    addTitle: "Kalender eintragen",
    name: "Name",
    nameHint: "Steht bei den belegten Nächten, für alle zu sehen.",
    url: "Adresse des Kalenders",
    urlHint:
      "Meist endet sie auf .ics. Sie wird verschlüsselt gespeichert und nie wieder angezeigt.",
    skip: "Airbnb: „Not available“ auslassen",
    skipHint:
      "Dann zählen nur Reservierungen. Nächte, die jemand dort nur gesperrt hat, bleiben hier frei.",
    add: "Eintragen",
    adding: "Wird gelesen …",
    added: (name: string) => `${name} ist eingetragen.`,
  },
  {
    title: "Outside calendars",
    about:
      "Is the garden taken elsewhere, for example by a club or through a holiday site? Add that calendar here: while there is something in it, nobody can book the garden. It is read every hour.",
    loading: "Loading calendars …",
    list: "Calendars",
    none: "None yet. Only your own bookings take the garden.",
    from: (host: string) => `from ${host}`,
    blocks: (ranges: number) =>
      ranges === 0
        ? "Takes nothing right now."
        : ranges === 1
          ? "Takes 1 range of nights."
          : `Takes ${ranges} ranges of nights.`,
    next: (day: string) => `Next night taken: ${day}.`,
    read: (events: number, skipped: number) =>
      `Read ${events === 1 ? "1 event" : `${events} events`}` +
      (skipped === 0 ? "." : `, ${skipped} left out or read in part:`),
    skipsNotAvailable: "Rows “Not available” by Airbnb are left out.",
    fetched: (moment: string) => `Last read: ${moment}`,
    never: "Never read yet",
    works: "Is read",
    fails: "Cannot be read",
    failsNote: "What was read last stays taken.",
    refresh: "Read now",
    refreshing: "Reading …",
    refreshed: (name: string) => `${name} is read.`,
    notRefreshed: (name: string) => `${name} could not be read.`,
    remove: "Remove",
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText: "The nights that only this calendar takes become free again.",
    removed: (name: string) => `${name} is removed.`,
    addTitle: "Add a calendar",
    name: "Name",
    nameHint: "Stands at the nights that are taken, for everybody to see.",
    url: "Address of the calendar",
    urlHint: "It mostly ends in .ics. It is saved encrypted, and never shown again.",
    skip: "Airbnb: leave out “Not available”",
    skipHint:
      "Then only reservations count. Nights that somebody only closed there stay free here.",
    add: "Add",
    adding: "Reading …",
    added: (name: string) => `${name} is added.`,
  },
);
