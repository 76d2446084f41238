import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    title: "Fremde Kalender",
    about:
      "Ist der Garten anderswo vergeben, zum Beispiel an den Verein oder über eine Ferienseite? Trag den Kalender hier ein: Solange dort etwas steht, kann niemand den Garten buchen. Er wird jede Stunde gelesen.",
    loading: "Kalender werden geladen …",
    list: "Eingetragene Kalender",
    none: "Noch kein Kalender eingetragen. Der Garten ist nur durch eure eigenen Buchungen belegt.",
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
    works: "Lesbar",
    fails: "Nicht lesbar",
    failsNote: "Die zuletzt gelesenen Nächte bleiben belegt.",
    refresh: "Jetzt lesen",
    refreshing: "Wird gelesen …",
    refreshed: (name: string) => `${name} wurde gelesen.`,
    notRefreshed: (name: string) => `${name} konnte nicht gelesen werden.`,
    remove: "Entfernen",
    removeTitle: (name: string) => `${name} entfernen?`,
    removeText: "Die Nächte, die nur dieser Kalender belegt, werden wieder frei.",
    removed: (name: string) => `${name} wurde entfernt.`,
    addTitle: "Kalender eintragen",
    name: "Name",
    nameHint: "Er steht bei den belegten Nächten, für alle sichtbar.",
    url: "Adresse des Kalenders",
    urlHint:
      "Meist endet sie auf .ics. Sie wird verschlüsselt gespeichert und nie wieder angezeigt.",
    skip: "Airbnb: „Not available“ auslassen",
    skipHint:
      "Dann zählen nur Reservierungen. Nächte, die jemand dort nur gesperrt hat, bleiben hier frei.",
    add: "Eintragen",
    adding: "Wird gelesen …",
    added: (name: string) => `${name} wurde eingetragen.`,
  },
  {
    title: "External calendars",
    about:
      "Is the garden taken elsewhere, for example by a club or through a holiday site? Add that calendar here: nobody can book the garden while that calendar has an event. The garden reads it every hour.",
    loading: "Loading calendars …",
    list: "Calendars",
    none: "No calendar yet. Only your own bookings occupy the garden.",
    from: (host: string) => `from ${host}`,
    blocks: (ranges: number) =>
      ranges === 0
        ? "Blocks no nights right now."
        : ranges === 1
          ? "Blocks 1 period."
          : `Blocks ${ranges} periods.`,
    next: (day: string) => `Next blocked night: ${day}.`,
    read: (events: number, skipped: number) =>
      `Read ${events === 1 ? "1 event" : `${events} events`}` +
      (skipped === 0 ? "." : `, ${skipped} left out or read only in part:`),
    skipsNotAvailable: "“Not available” rows from Airbnb are left out.",
    fetched: (moment: string) => `Last read: ${moment}`,
    never: "Not read yet",
    works: "Readable",
    fails: "Not readable",
    failsNote: "The nights that were read last stay blocked.",
    refresh: "Read now",
    refreshing: "Reading …",
    refreshed: (name: string) => `${name} was read.`,
    notRefreshed: (name: string) => `${name} could not be read.`,
    remove: "Remove",
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText: "The nights that only this calendar blocks become free again.",
    removed: (name: string) => `${name} was removed.`,
    addTitle: "Add a calendar",
    name: "Name",
    nameHint: "Shown with the blocked nights, for everybody to see.",
    url: "Address of the calendar",
    urlHint: "It mostly ends in .ics. The garden saves it encrypted and never shows it again.",
    skip: "Airbnb: leave out “Not available”",
    skipHint:
      "Then only reservations count. Nights that somebody only blocked there stay free here.",
    add: "Add",
    adding: "Reading …",
    added: (name: string) => `${name} was added.`,
  },
);
