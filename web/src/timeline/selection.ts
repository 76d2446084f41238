import { daysFrom, nightsBetween, plusDays, type Day } from "@/platform/dates/nights";

/** The most nights of one booking; the server refuses more. */
const MOST_NIGHTS = 30;

/** Nights that somebody marks in the garden, to book them. */
export interface Selection {
  /** The place whose free nights were marked; null for the whole garden. */
  place: string | null;
  first: Day;
  last: Day;
}

type IsFree = (night: Day) => boolean;

function fits(first: Day, last: Day, isFree: IsFree): boolean {
  return (
    nightsBetween(first, last) < MOST_NIGHTS && daysFrom(first, plusDays(last, 1)).every(isFree)
  );
}

/**
 * The selection after a night was tapped: the first tap marks one night, a later night makes a
 * range of it, any other begins anew.
 */
export function tapped(
  night: Day,
  place: string | null,
  before: Selection | null,
  isFree: IsFree,
): Selection | null {
  if (!isFree(night)) {
    return null;
  }
  const isOpen = before && before.place === place && before.first === before.last;
  if (isOpen && night > before.first && fits(before.first, night, isFree)) {
    return { ...before, last: night };
  }
  return { place, first: night, last: night };
}

/**
 * The selection while somebody drags from `from` to `night`, in either direction; stays as it was
 * before where a night between is not free.
 */
export function dragged(night: Day, from: Day, before: Selection, isFree: IsFree): Selection {
  const [first, last] = night < from ? [night, from] : [from, night];
  return fits(first, last, isFree) ? { ...before, first, last } : before;
}

export function marks(selection: Selection | null, night: Day): boolean {
  return selection !== null && selection.first <= night && night <= selection.last;
}

/** The address of the form with these nights and this place. */
export function bookAddress({ place, first, last }: Selection): string {
  const query = new URLSearchParams({ start: first, end: plusDays(last, 1) });
  if (place) {
    query.set("place", place);
  }
  return `/book?${query.toString()}`;
}
