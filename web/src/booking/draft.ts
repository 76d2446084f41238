import type { Schemas } from "@/platform/api/client";
import { ownerIn, type Owner } from "./owner";
import { lastParty, sizeOf, type Party } from "./party";
import type { Proposal } from "./proposal";
import { NOTHING, type Range } from "./range";

/** What somebody is about to book. */
export interface Draft {
  range: Range;
  party: Party;
  /** The place where they would like to sleep; null for any that fits. */
  place: string | null;
  /** Persons by place, in the order they were chosen; empty to take what is proposed. */
  persons: Readonly<Record<string, number>>;
  notes: string;
  /** For whom it is; absent for oneself, and while a booking is changed. */
  owner?: Owner;
}

export type Request = Schemas["NewBookingRequest"];

export function emptyDraft(range: Range = NOTHING, place: string | null = null): Draft {
  return { range, party: lastParty(), place, persons: {}, notes: "" };
}

export function draftOf(booking: Schemas["Booking"]): Draft {
  return {
    range: { start: booking.startDate, end: booking.endDate },
    party: {
      adults: booking.bookingItems.reduce((sum, { personCount }) => sum + personCount, 0),
      children: 0,
    },
    place: null,
    persons: Object.fromEntries(
      booking.bookingItems.map((item) => [item.sleepingAccommodationId, item.personCount]),
    ),
    notes: booking.notes ?? "",
  };
}

/** The draft with the proposal in it, unless somebody distributed the persons by hand. */
export function withProposal(draft: Draft, proposal: Proposal | undefined): Draft {
  return Object.keys(draft.persons).length > 0 || !proposal
    ? draft
    : { ...draft, persons: proposal };
}

/** Another party: the beds are proposed anew. */
export function withParty(draft: Draft, party: Party): Draft {
  return sizeOf(party) === sizeOf(draft.party)
    ? { ...draft, party }
    : { ...draft, party, persons: {} };
}

/** So many persons in a place; an empty one stays listed, since it was emptied by hand. */
export function withPersons(draft: Draft, place: string, count: number): Draft {
  return { ...draft, persons: { ...draft.persons, [place]: count } };
}

/** The saved version, except for what was changed in the form. */
export function merged(before: Draft, typed: Draft, now: Draft): Draft {
  const pick = <F extends keyof Draft>(field: F): Draft[F] =>
    JSON.stringify(typed[field]) === JSON.stringify(before[field]) ? now[field] : typed[field];
  return {
    range: pick("range"),
    party: pick("party"),
    place: pick("place"),
    persons: pick("persons"),
    notes: pick("notes"),
  };
}

/** The places that somebody would sleep in, with their persons. */
export function occupied(persons: Draft["persons"]): [place: string, persons: number][] {
  return Object.entries(persons).filter(([, count]) => count > 0);
}

/** The request for the server; null while dates, places or the name of a guest are missing. */
export function requestOf({ range, persons, notes, owner = {} }: Draft): Request | null {
  const items = occupied(persons);
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
  // A draft of an older version of these pages has fewer fields.
  return text ? { ...emptyDraft(), ...(JSON.parse(text) as Partial<Draft>) } : null;
}
