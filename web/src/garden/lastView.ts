import { useCallback, useState } from "react";
import { monday, monthOf, plusDays, plusMonths, today, type Day } from "@/platform/dates/nights";

export type View = "month" | "week" | "list";

const VIEWS: readonly View[] = ["month", "week", "list"];
const KEY = "booking.view";

/** Where somebody looks: which view, and around which day. */
export interface Look {
  view: View;
  day: Day;
}

function remembered(): Look {
  const [view, day] = (sessionStorage.getItem(KEY) ?? "").split(" ");
  const lastView = localStorage.getItem(KEY);
  return {
    view: VIEWS.find((known) => known === (view || lastView)) ?? "month",
    day: day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : today(),
  };
}

/** The view is kept on this device, the day until the browser is closed. */
export function useLook(): [Look, (look: Look) => void] {
  const [look, setLook] = useState(remembered);
  const change = useCallback((next: Look) => {
    sessionStorage.setItem(KEY, `${next.view} ${next.day}`);
    localStorage.setItem(KEY, next.view);
    setLook(next);
  }, []);
  return [look, change];
}

/** The nights that a view shows: from the first up to, and not including, the second. */
export function shown({ view, day }: Look): { from: Day; to: Day } {
  switch (view) {
    case "week":
      return { from: monday(day), to: plusDays(monday(day), 7) };
    case "month":
      return { from: monthOf(day), to: plusMonths(day, 1) };
    case "list":
      return { from: day, to: plusDays(day, 90) };
  }
}

/** One view further, or back. */
export function turned({ view, day }: Look, direction: 1 | -1): Look {
  switch (view) {
    case "week":
      return { view, day: plusDays(monday(day), 7 * direction) };
    case "month":
      return { view, day: plusMonths(day, direction) };
    case "list":
      return { view, day: plusDays(day, 90 * direction) };
  }
}

/**
 * The nights to ask for: more than is shown, so that turning the page mostly needs no answer, and
 * there is something to read offline.
 */
export function asked({ day }: Look): { from: Day; to: Day } {
  return { from: plusDays(plusMonths(day, -1), -7), to: plusMonths(day, 5) };
}
