import { daysFrom, plusDays, type Day } from "@/platform/dates/nights";

/** The free beds of each night; nights that are not loaded are absent. */
export type FreeNights = ReadonlyMap<Day, number>;

/** The chosen dates: none yet, the arrival, or both. */
export interface Range {
  start: Day | null;
  end: Day | null;
}

export const NOTHING: Range = { start: null, end: null };

/** The state of a night. A night that is not loaded is never "free". */
export type Night = "free" | "full" | "past" | "unknown";

export interface Choosing {
  free: FreeNights;
  today: Day;
  /** Whether full nights can be chosen: for the waiting list. */
  fullToo: boolean;
}

export function night(day: Day, { free, today }: Choosing): Night {
  if (day < today) {
    return "past";
  }
  const beds = free.get(day);
  return beds === undefined ? "unknown" : beds > 0 ? "free" : "full";
}

function sleepable(day: Day, choosing: Choosing): boolean {
  const is = night(day, choosing);
  return is === "free" || (choosing.fullToo && is === "full");
}

/**
 * Whether somebody who arrives on `start` may leave on `day`: there is a free bed on every night
 * between.
 */
export function canLeave(start: Day, day: Day, choosing: Choosing): boolean {
  return day > start && daysFrom(start, day).every((between) => sleepable(between, choosing));
}

/** Whether a day can be chosen: as arrival, or as departure, which may be a full night. */
export function choosable(day: Day, { start, end }: Range, choosing: Choosing): boolean {
  if (start && !end && canLeave(start, day, choosing)) {
    return true;
  }
  return sleepable(day, choosing);
}

/** The range after a day was chosen. */
export function pressed(day: Day, range: Range, choosing: Choosing): Range {
  if (!choosable(day, range, choosing)) {
    return range;
  }
  if (range.start && !range.end && canLeave(range.start, day, choosing)) {
    return { start: range.start, end: day };
  }
  return { start: day, end: null };
}

/** The range as it would be if the day under the pointer were chosen. */
export function previewed(range: Range, hovered: Day | null, choosing: Choosing): Range {
  if (range.start && !range.end && hovered && canLeave(range.start, hovered, choosing)) {
    return { start: range.start, end: hovered };
  }
  return range;
}

/** Whether the night that follows a day belongs to the range. */
export function sleepsIn(range: Range, day: Day): boolean {
  return (
    range.start !== null && range.start <= day && day < (range.end ?? plusDays(range.start, 1))
  );
}
