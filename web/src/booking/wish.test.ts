import { expect, it } from "vitest";
import { wishOf } from "./wish";

const PLACE = "0b7f0c5e-5f3c-4b57-9d5c-3f9a3a1b2c3d";

function wish(query: string) {
  return wishOf(new URLSearchParams(query), "2026-12-01");
}

it("takes nights and place from the address", () => {
  expect(wish(`start=2026-12-30&end=2027-01-02&place=${PLACE}`)).toEqual({
    range: { start: "2026-12-30", end: "2027-01-02" },
    place: PLACE,
  });
  expect(wish("start=2026-12-01").range).toEqual({ start: "2026-12-01", end: null });
});

it("takes no night that is past or does not exist", () => {
  for (const start of ["2020-01-01", "2026-11-30", "2026-12-32", "soon", ""]) {
    expect(wish(`start=${start}&end=2027-01-02`).range).toEqual({ start: null, end: null });
  }
});

it("takes no departure that the server would refuse, and no place that is none", () => {
  for (const end of ["2026-12-05", "2026-12-01", "2027-02-01", "later"]) {
    expect(wish(`start=2026-12-05&end=${end}`).range.end).toBeNull();
  }
  expect(wish("start=2026-12-05&place=<b>").place).toBeNull();
});
