import { useCallback, useState } from "react";
import { monday, monthOf, plusDays, plusMonths, today, type Day } from "@/platform/dates/nights";

export type View = "month" | "week" | "list";

const VIEWS: readonly View[] = ["month", "week", "list"];
const KEY = "booking.view";

/** Which view of the timeline is shown, and around which day. */
export interface ViewState {
  view: View;
  day: Day;
}

function savedViewState(): ViewState {
  const [view, day] = (sessionStorage.getItem(KEY) ?? "").split(" ");
  const lastView = localStorage.getItem(KEY);
  return {
    view: VIEWS.find((known) => known === (view || lastView)) ?? "month",
    day: day && /^\d{4}-\d\d-\d\d$/.test(day) ? day : today(),
  };
}

/** The browser keeps the view for good, and the day until the tab is closed. */
export function useViewState(): [ViewState, (state: ViewState) => void] {
  const [state, setState] = useState(savedViewState);
  const change = useCallback((next: ViewState) => {
    sessionStorage.setItem(KEY, `${next.view} ${next.day}`);
    localStorage.setItem(KEY, next.view);
    setState(next);
  }, []);
  return [state, change];
}

/** The nights that a view shows: from the first up to, and not including, the second. */
export function visibleNights({ view, day }: ViewState): { from: Day; to: Day } {
  switch (view) {
    case "week":
      return { from: monday(day), to: plusDays(monday(day), 7) };
    case "month":
      return { from: monthOf(day), to: plusMonths(day, 1) };
    case "list":
      return { from: day, to: plusDays(day, 90) };
  }
}

/** The same view, one period later or earlier. */
export function shift({ view, day }: ViewState, direction: 1 | -1): ViewState {
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
 * The nights to load: more than the view shows, so that paging seldom waits for the server, and the
 * offline copy reaches further.
 */
export function nightsToLoad({ day }: ViewState): { from: Day; to: Day } {
  return { from: plusDays(plusMonths(day, -1), -7), to: plusMonths(day, 5) };
}
