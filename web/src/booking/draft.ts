import type { Schemas } from "@/platform/api/client";
import type { Day } from "@/platform/dates/nights";
import { ownerIn, type Owner } from "./owner";
import { NOTHING, type Range } from "./range";

/** What somebody is about to book: persons by place, in the order they were chosen. */
export interface Draft {
  range: Range;
  persons: Readonly<Record<string, number>>;
  notes: string;
  /** For whom it is; absent for oneself, and while a booking is changed. */
  owner?: Owner;
}

export type Request = Schemas["NewBookingRequest"];

export function emptyDraft(start: Day | null): Draft {
  return { range: start ? { start, end: null } : NOTHING, persons: {}, notes: "" };
}

export function draftOf(booking: Schemas["Booking"]): Draft {
  return {
    range: { start: booking.startDate, end: booking.endDate },
    persons: Object.fromEntries(
      booking.bookingItems.map((item) => [item.sleepingAccommodationId, item.personCount]),
    ),
    notes: booking.notes ?? "",
  };
}

export function withPersons(draft: Draft, place: string, count: number): Draft {
  const chosen = { ...draft.persons, [place]: count };
  const persons = Object.fromEntries(Object.entries(chosen).filter(([, some]) => some > 0));
  return { ...draft, persons };
}

/** The saved version, except for what was changed in the form. */
export function merged(before: Draft, typed: Draft, now: Draft): Draft {
  const pick = <F extends keyof Draft>(field: F): Draft[F] =>
    JSON.stringify(typed[field]) === JSON.stringify(before[field]) ? now[field] : typed[field];
  return { range: pick("range"), persons: pick("persons"), notes: pick("notes") };
}

/** The request for the server; null while dates, places or the name of a guest are missing. */
export function requestOf({ range, persons, notes, owner = {} }: Draft): Request | null {
  const items = Object.entries(persons);
  const who = ownerIn(owner);
  if (!range.start || !range.end || items.length === 0 || !who) {
    return null;
  }
  return {
    startDate: range.start,
    endDate: range.end,
    ...(notes.trim() && { notes: notes.trim() }),
    ...who,
    bookingItems: items
      .sort(([a], [b]) => a.localeCompare(b))
      .map(([sleepingAccommodationId, personCount]) => ({ sleepingAccommodationId, personCount })),
  };
}

const KEY = "booking.draft";

/** Stores the draft until the tab is closed, so that it survives a reload and the back button. */
export function saveDraft(name: string, draft: Draft | null): void {
  if (draft) {
    sessionStorage.setItem(`${KEY}.${name}`, JSON.stringify(draft));
  } else {
    sessionStorage.removeItem(`${KEY}.${name}`);
  }
}

export function savedDraft(name: string): Draft | null {
  const text = sessionStorage.getItem(`${KEY}.${name}`);
  return text ? (JSON.parse(text) as Draft) : null;
}
