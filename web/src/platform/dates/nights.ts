import { gardenZone } from "./zone";

/**
 * Days and nights, as the server writes them: `2027-01-15`. A stay is half-open: its last night is
 * the one before its end. All arithmetic is on dates alone, so no clock change can move a night.
 */
export type Day = string;

const DAY_MS = 86_400_000;

function at(day: Day): number {
  return Date.parse(day + "T00:00:00Z");
}

function written(ms: number): Day {
  return new Date(ms).toISOString().slice(0, 10);
}

const clocks = new Map<string | undefined, Intl.DateTimeFormat>();

/** Writes the date of a moment in a zone as 2027-01-15, which is how Swedish dates are written. */
function clockOf(zone: string | undefined): Intl.DateTimeFormat {
  const clock = clocks.get(zone) ?? new Intl.DateTimeFormat("sv-SE", { timeZone: zone });
  clocks.set(zone, clock);
  return clock;
}

/** Today in the garden, by this device's clock. The server decides what can be booked. */
export function today(now = new Date(), zone = gardenZone()): Day {
  try {
    return clockOf(zone).format(now);
  } catch {
    // This browser does not know the zone.
    return written(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  }
}

/** Whether a text, such as a part of an address, is a day of the calendar. */
export function isDay(text: string | null | undefined): text is Day {
  return Boolean(
    text && /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(at(text)) && written(at(text)) === text,
  );
}

export function plusDays(day: Day, days: number): Day {
  return written(at(day) + days * DAY_MS);
}

/** Nights from `start` to `end`; negative if `end` is before `start`. */
export function nightsBetween(start: Day, end: Day): number {
  return Math.round((at(end) - at(start)) / DAY_MS);
}

/** The days from `start` up to, and not including, `end`. */
export function daysFrom(start: Day, end: Day): Day[] {
  return Array.from({ length: Math.max(0, nightsBetween(start, end)) }, (_, i) =>
    plusDays(start, i),
  );
}

/** Groups consecutive nights: the first and the last night of each run. */
export function runsOf(nights: readonly Day[]): { first: Day; last: Day }[] {
  const runs: { first: Day; last: Day }[] = [];
  for (const night of [...nights].sort()) {
    const run = runs.at(-1);
    if (run && nightsBetween(run.last, night) <= 1) {
      run.last = night;
    } else {
      runs.push({ first: night, last: night });
    }
  }
  return runs;
}

/** 0 for Monday to 6 for Sunday. */
export function weekday(day: Day): number {
  return (new Date(at(day)).getUTCDay() + 6) % 7;
}

export function monday(day: Day): Day {
  return plusDays(day, -weekday(day));
}

export function monthOf(day: Day): Day {
  return day.slice(0, 8) + "01";
}

/** The first of the month that is so many months later; the day of the month is dropped. */
export function plusMonths(day: Day, months: number): Day {
  const date = new Date(at(monthOf(day)));
  return written(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + months, 1));
}

/**
 * Six weeks from the Monday on or before the first of the month: every month has the same height.
 */
export function sixWeeks(month: Day): Day[] {
  const start = monday(monthOf(month));
  return daysFrom(start, plusDays(start, 42));
}

export function sameMonth(a: Day, b: Day): boolean {
  return monthOf(a) === monthOf(b);
}

/** As a date for `Intl`, to be formatted in UTC. */
export function asDate(day: Day): Date {
  return new Date(at(day));
}
