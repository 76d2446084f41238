import { expect, it } from "vitest";
import { nightsToLoad, shift, visibleNights, type ViewState } from "./viewState";

const NEW_YEARS_EVE: ViewState = { view: "month", day: "2026-12-31" };

it("shows the weeks to come, also on the last day of a month", () => {
  expect(visibleNights(NEW_YEARS_EVE, true)).toEqual({ from: "2026-12-31", to: "2027-02-04" });
  expect(visibleNights(NEW_YEARS_EVE, false)).toEqual({ from: "2026-12-28", to: "2027-02-08" });
});

it("shows no night twice at a desk when it turns the page", () => {
  const next = shift(NEW_YEARS_EVE, 1);
  expect(visibleNights(next, true).from).toBe(visibleNights(NEW_YEARS_EVE, true).to);
  expect(shift(next, -1)).toEqual(NEW_YEARS_EVE);
});

it.each(["2026-12-01", "2026-12-31", "2028-02-29", "2027-05-31"])(
  "loads all that any view shows from %s on",
  (day) => {
    for (const view of ["month", "week", "list"] as const) {
      const loaded = nightsToLoad({ view, day });
      for (const wide of [true, false]) {
        const shown = visibleNights({ view, day }, wide);
        expect(loaded.from <= shown.from && shown.to <= loaded.to).toBe(true);
      }
    }
  },
);
