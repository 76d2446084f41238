import { nightsBetween, type Day } from "@/platform/dates/nights";
import type { Timeline } from "./timeline";

/** The part of a timeline between two days; null if it does not reach that far. */
export function sliceOf(whole: Timeline, from: Day, to: Day): Timeline | null {
  if (from < whole.from || to > whole.to) {
    return null;
  }
  const first = nightsBetween(whole.from, from);
  const last = nightsBetween(whole.from, to);
  return {
    from,
    to,
    blocked: whole.blocked.filter((range) => range.startDate < to && from < range.endDate),
    accommodations: whole.accommodations
      .map((row) => ({
        ...row,
        free: row.free.slice(first, last),
        stays: row.stays.filter((stay) => stay.startDate < to && from < stay.endDate),
      }))
      .filter((row) => row.isActive || row.stays.length > 0),
  };
}
