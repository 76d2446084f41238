import { texts } from "@/platform/texts/texts";

export const actionWords = texts(
  {
    again: "Noch einmal buchen",
    calendar: "In den Kalender",
    shareAbout: "diese Buchung",
    shareTitle: "Im Garten",
    shareText: (stay: string, places: string) => `Im Garten: ${stay}, ${places}`,
    leave: "Zurück, ohne zu speichern",
    startOver: "Neu anfangen",
    startOverText: "Das Formular ist schon ausgefüllt.",
  },
  {
    again: "Book again",
    calendar: "Add to calendar",
    shareAbout: "this booking",
    shareTitle: "In the garden",
    shareText: (stay: string, places: string) => `In the garden: ${stay}, ${places}`,
    leave: "Back without saving",
    startOver: "Start over",
    startOverText: "The form is filled in already.",
  },
);
