import type { Schemas } from "@/platform/api/client";

export type Accommodation = Schemas["Accommodation"];

export const TYPES = [
  "Room",
  "Tent",
  "Camper",
  "Other",
] as const satisfies readonly Schemas["AccommodationType"][];

export const FIELDS = ["name", "type", "maxCapacity", "description"] as const;

/** What the form of a place to sleep contains. */
export interface Typed {
  name: string;
  type: Schemas["AccommodationType"];
  /** The text in the field, which may be empty for a moment. */
  maxCapacity: string;
  description: string;
}

export const NOTHING: Typed = { name: "", type: "Room", maxCapacity: "2", description: "" };

export function typedOf(place: Accommodation): Typed {
  return {
    name: place.name,
    type: place.type,
    maxCapacity: String(place.maxCapacity),
    description: place.description ?? "",
  };
}

/** The request. Text that is not a number becomes 0, which the server refuses with a message. */
export function requestOf(typed: Typed): Schemas["AccommodationRequest"] {
  const capacity = Number(typed.maxCapacity);
  return {
    name: typed.name,
    type: typed.type,
    maxCapacity: Number.isInteger(capacity) ? capacity : 0,
    description: typed.description,
  };
}

/** The saved version, except for the fields that were changed in the form. */
export function merged(before: Typed, typed: Typed, now: Typed): Typed {
  const pick = <F extends keyof Typed>(field: F): Typed[F] =>
    typed[field] === before[field] ? now[field] : typed[field];
  return {
    name: pick("name"),
    type: pick("type"),
    maxCapacity: pick("maxCapacity"),
    description: pick("description"),
  };
}

/** The fields in which two states differ. */
export function differences(a: Typed, b: Typed): (keyof Typed)[] {
  return FIELDS.filter((field) => a[field] !== b[field]);
}
