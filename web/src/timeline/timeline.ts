import type { Schemas } from "@/platform/api/client";
import { nightsBetween, type Day } from "@/platform/dates/nights";

export type Timeline = Schemas["Timeline"];
export type Row = Schemas["TimelineRow"];
export type Stay = Schemas["Stay"];

/** Free beds on a night, over all that can be booked; null where the timeline does not reach. */
export function freeOn(timeline: Timeline, night: Day): { free: number; beds: number } | null {
  const index = nightsBetween(timeline.from, night);
  if (index < 0 || night >= timeline.to) {
    return null;
  }
  const active = timeline.accommodations.filter((row) => row.isActive);
  return {
    free: active.reduce((sum, row) => sum + (row.free[index] ?? 0), 0),
    beds: active.reduce((sum, row) => sum + row.maxCapacity, 0),
  };
}

export function sleepsOn(stay: Stay, night: Day): boolean {
  return stay.startDate <= night && night < stay.endDate;
}

/** Whether somebody comes or goes on that day, or sleeps there. */
export function touches(stay: Stay, day: Day): boolean {
  return stay.startDate <= day && day <= stay.endDate;
}

/** Distributes the stays over lanes, so that no two stays in a lane share a night. */
export function inLanes(stays: readonly Stay[]): Stay[][] {
  const lanes: Stay[][] = [];
  for (const stay of [...stays].sort((a, b) => a.startDate.localeCompare(b.startDate))) {
    const lane = lanes.find((taken) => (taken.at(-1)?.endDate ?? "") <= stay.startDate);
    if (lane) {
      lane.push(stay);
    } else {
      lanes.push([stay]);
    }
  }
  return lanes;
}

/** One booking over all its places, the earliest first. */
export interface Party {
  stay: Stay;
  places: { name: string; persons: number }[];
}

export function parties(timeline: Timeline, matches: (stay: Stay) => boolean): Party[] {
  const found = new Map<string, Party>();
  for (const row of timeline.accommodations) {
    for (const stay of row.stays.filter(matches)) {
      const party = found.get(stay.bookingId) ?? { stay, places: [] };
      party.places.push({ name: row.name, persons: stay.persons });
      found.set(stay.bookingId, party);
    }
  }
  return [...found.values()].sort(
    (a, b) =>
      a.stay.startDate.localeCompare(b.stay.startDate) ||
      a.stay.bookingId.localeCompare(b.stay.bookingId),
  );
}
