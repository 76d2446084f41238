import { expect, test } from "vitest";
import { windowIn, windowOf } from "./window";

test.each([
  ["thisYear", "2027-01-01", "2028-01-01"],
  ["lastYear", "2026-01-01", "2027-01-01"],
  ["thisMonth", "2027-11-01", "2027-12-01"],
  ["nextMonths", "2027-12-01", "2028-03-01"],
] as const)("knows %s", (preset, from, to) => {
  expect(windowOf(preset, "2027-11-24")).toEqual({ from, to });
});

test("takes the window from the address", () => {
  const parameters = new URLSearchParams("from=2027-05-01&to=2027-06-01");
  expect(windowIn(parameters, "2027-11-24")).toEqual({ from: "2027-05-01", to: "2027-06-01" });
});

test.each(["", "from=2027-05-01", "from=2027-99-01&to=2027-06-01", "from=x&to=y"])(
  "shows this year if the address says %o",
  (query) => {
    expect(windowIn(new URLSearchParams(query), "2027-11-24").from).toBe("2027-01-01");
  },
);
