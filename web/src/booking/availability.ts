import { api, ask, type Schemas } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import type { Day } from "@/platform/dates/nights";
import { byName } from "@/platform/texts/byName";
import type { FreeNights } from "./range";

export type Beds = Schemas["FreeBeds"];

/**
 * Free beds over some nights.
 *
 * @param except a booking that is being changed: its own beds count as free
 */
export function useAvailability(start: Day | null, end: Day | null, except?: string) {
  const key = start && end ? `/api/bookings/availability?${start}&${end}&${except ?? ""}` : null;
  return useAnswer(key, async () => {
    const query = { startDate: start ?? "", endDate: end ?? "", excludeBookingId: except };
    const beds = await ask(api.GET("/api/bookings/availability", { params: { query } }));
    return { ...beds, accommodations: byName(beds.accommodations) };
  });
}

export function freeNights(accommodations: readonly Beds[]): FreeNights {
  const free = new Map<Day, number>();
  for (const { nights } of accommodations) {
    for (const { date, free: beds } of nights) {
      free.set(date, (free.get(date) ?? 0) + beds);
    }
  }
  return free;
}
