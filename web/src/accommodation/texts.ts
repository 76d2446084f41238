import { texts } from "@/platform/texts/texts";

export const words = texts(
  {
    title: "Unterkünfte",
    about:
      "Wo man im Garten schlafen kann. Was gerade niemand buchen soll, kannst du hier stilllegen.",
    loading: "Unterkünfte werden geladen …",
    add: "Neue Unterkunft",
    none: "Noch gibt es keine Unterkunft. Lege die erste an, dann kann gebucht werden.",
    active: "Buchbar",
    inactive: "Stillgelegt",
    types: { Room: "Zimmer", Tent: "Zelt", Camper: "Wohnwagen", Other: "Anderes" },
    beds: (beds: number) => (beds === 1 ? "1 Bett" : `${beds} Betten`),
    change: "Ändern",
    deactivate: "Stilllegen",
    deactivateTitle: (name: string) => `${name} stilllegen?`,
    deactivateText:
      "Neue Buchungen sind dann nicht mehr möglich; vorhandene bleiben. Du kannst die Unterkunft jederzeit wieder öffnen.",
    deactivated: (name: string) => `${name} ist stillgelegt.`,
    activate: "Wieder öffnen",
    activated: (name: string) => `${name} ist wieder buchbar.`,
  },
  {
    title: "Places to sleep",
    about:
      "Where people sleep in the garden. Close a place here if nobody should book it at the moment.",
    loading: "Loading places …",
    add: "New place",
    none: "There is no place yet. Add the first one, then people can book it.",
    active: "Can be booked",
    inactive: "Closed",
    types: { Room: "Room", Tent: "Tent", Camper: "Camper", Other: "Other" },
    beds: (beds: number) => (beds === 1 ? "1 bed" : `${beds} beds`),
    change: "Change",
    deactivate: "Close",
    deactivateTitle: (name: string) => `Close ${name}?`,
    deactivateText:
      "It takes no new bookings then; existing ones stay. You can open it again at any time.",
    deactivated: (name: string) => `${name} is closed.`,
    activate: "Open again",
    activated: (name: string) => `${name} can be booked again.`,
  },
);

export const formWords = texts(
  {
    titleNew: "Neue Unterkunft",
    titleChange: "Unterkunft ändern",
    loading: "Unterkunft wird geladen …",
    missing: "Diese Unterkunft gibt es nicht.",
    name: "Name",
    nameHint: "So, wie ihn alle in der Familie kennen.",
    type: "Art",
    maxCapacity: "Betten",
    maxCapacityHint: "Wie viele Personen hier in einer Nacht schlafen können.",
    description: "Beschreibung (freiwillig)",
    nothing: "nichts",
    nights: "In diesen Nächten ist schon mehr gebucht:",
    save: "Speichern",
    add: "Anlegen",
    sending: "Wird gespeichert …",
    cancel: "Abbrechen",
    stale:
      "Jemand hat diese Unterkunft inzwischen geändert. Lade den neuen Stand: Was du eingegeben hast, bleibt stehen.",
    load: "Neuen Stand laden",
    loaded: "Das ist inzwischen gespeichert:",
    loadedNote:
      "Was du selbst geändert hast, steht noch im Formular. Wenn du speicherst, gilt das, was im Formular steht.",
    same: "Der neue Stand ist geladen. An Name, Art, Betten und Beschreibung hat sich nichts geändert.",
    take: "Neuen Stand übernehmen",
  },
  {
    titleNew: "New place to sleep",
    titleChange: "Change place to sleep",
    loading: "Loading place …",
    missing: "There is no such place.",
    name: "Name",
    nameHint: "As everybody in the family knows it.",
    type: "Type",
    maxCapacity: "Beds",
    maxCapacityHint: "How many people can sleep here in one night.",
    description: "Description (optional)",
    nothing: "nothing",
    nights: "On these nights more beds are booked already:",
    save: "Save",
    add: "Add",
    sending: "Saving …",
    cancel: "Cancel",
    stale:
      "Somebody changed this place in the meantime. Load the current version: what you typed stays there.",
    load: "Load the current version",
    loaded: "This was saved in the meantime:",
    loadedNote:
      "What you changed yourself is still in the form. If you save, the form replaces what was saved.",
    same: "The current version is loaded. Name, type, beds and description have not changed.",
    take: "Use the saved version",
  },
);
