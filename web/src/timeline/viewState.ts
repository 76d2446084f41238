import { useCallback, useState } from "react";
import { isDay, monday, plusDays, plusMonths, type Day } from "@/platform/dates/nights";
import { useToday } from "@/platform/dates/useToday";

export type View = "month" | "week" | "list";

const VIEWS: readonly View[] = ["month", "week", "list"];
const KEY = "booking.view";

/** The nights that a table at a desk has room for. */
const NIGHTS_IN_A_ROW = 35;

/** Which view of the timeline is shown, and from which day on. */
export interface ViewState {
  view: View;
  day: Day;
}

/** The day is null for today, which moves on while the page stays open. */
interface Saved {
  view: View;
  day: Day | null;
}

function saved(): Saved {
  const [view, day] = (sessionStorage.getItem(KEY) ?? "").split(" ");
  const lastView = localStorage.getItem(KEY);
  return {
    view: VIEWS.find((known) => known === (view || lastView)) ?? "month",
    day: isDay(day) ? day : null,
  };
}

/**
 * The browser keeps the view for good, and the day until the tab is closed. The garden opens on
 * today.
 */
export function useViewState(): [ViewState, (state: ViewState) => void] {
  const today = useToday();
  const [state, setState] = useState(saved);
  const change = useCallback(
    ({ view, day }: ViewState) => {
      const other = day === today ? null : day;
      sessionStorage.setItem(KEY, `${view} ${other ?? ""}`);
      localStorage.setItem(KEY, view);
      setState({ view, day: other });
    },
    [today],
  );
  return [{ view: state.view, day: state.day ?? today }, change];
}

/**
 * The nights that a view shows: from the first up to, and not including, the second. The month
 * view rolls over the ends of months: five weeks from the day on in a row, six whole weeks on a
 * phone.
 */
export function visibleNights({ view, day }: ViewState, wide: boolean): { from: Day; to: Day } {
  switch (view) {
    case "week":
      return { from: monday(day), to: plusDays(monday(day), 7) };
    case "month":
      return wide
        ? { from: day, to: plusDays(day, NIGHTS_IN_A_ROW) }
        : { from: monday(day), to: plusDays(monday(day), 42) };
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
      return { view, day: plusDays(day, NIGHTS_IN_A_ROW * direction) };
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
