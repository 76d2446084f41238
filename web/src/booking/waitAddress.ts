import { isDay, type Day } from "@/platform/dates/nights";
import { emptyDraft, occupied, type Draft } from "./draft";
import { MOST_PERSONS } from "./proposal";

/** The address of the form of the waiting list, with nights and beds filled in. */
export function waitAddress(
  { start, end }: { start: Day; end: Day },
  persons: Readonly<Record<string, number>>,
): string {
  const query = new URLSearchParams({ start, end });
  for (const [place, count] of occupied(persons)) {
    query.append("beds", `${place}:${count}`);
  }
  return `/waiting/join?${query.toString()}`;
}

/** Reads such an address; whatever is not as expected is left out. */
export function draftToWait(parameters: URLSearchParams, first: Day): Draft {
  const start = parameters.get("start");
  const end = parameters.get("end");
  const range = isDay(start) && isDay(end) && first <= start && start < end ? { start, end } : null;
  const persons: Record<string, number> = {};
  for (const beds of parameters.getAll("beds").slice(0, 100)) {
    const [, place, count] = /^([0-9a-f-]{36}):(\d{1,2})$/.exec(beds) ?? [];
    if (range && place && Number(count) >= 1 && Number(count) <= MOST_PERSONS) {
      persons[place] = Number(count);
    }
  }
  return { ...emptyDraft(range ?? undefined), persons };
}
