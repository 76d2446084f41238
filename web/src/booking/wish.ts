import { isDay, nightsBetween, type Day } from "@/platform/dates/nights";
import { NOTHING, type Range } from "./range";

/** The most nights of one booking; the server refuses more. */
const MOST_NIGHTS = 30;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The nights and the place that a link to the form names; what cannot be booked is left out. */
export function wishOf(
  parameters: URLSearchParams,
  today: Day,
): { range: Range; place: string | null } {
  const start = parameters.get("start");
  const end = parameters.get("end");
  const place = parameters.get("place");
  if (!isDay(start) || start < today) {
    return { range: NOTHING, place: null };
  }
  const nights = isDay(end) ? nightsBetween(start, end) : 0;
  return {
    range: { start, end: nights >= 1 && nights <= MOST_NIGHTS ? end : null },
    place: place && ID.test(place) ? place : null,
  };
}
