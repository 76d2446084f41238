import { expect, it } from "vitest";
import { draftToWait, waitAddress } from "./waitAddress";

const TOWER = "0b7f0c5e-5f3c-4b57-9d5c-3f9a3a1b2c3d";
const NIGHTS = { start: "2027-01-15", end: "2027-01-17" };

function read(address: string, today = "2027-01-01") {
  const { range, persons } = draftToWait(new URLSearchParams(address.split("?")[1]), today);
  return { range, persons };
}

it("carries nights and beds over", () => {
  expect(read(waitAddress(NIGHTS, { [TOWER]: 3 }))).toEqual({
    range: NIGHTS,
    persons: { [TOWER]: 3 },
  });
});

it("leaves out what is past or malformed", () => {
  const nothing = { range: { start: null, end: null }, persons: {} };
  expect(read(waitAddress(NIGHTS, { [TOWER]: 3 }), "2027-01-16")).toEqual(nothing);
  expect(read("/waiting/join?start=2027-01-17&end=2027-01-15")).toEqual(nothing);
  expect(read("/waiting/join?start=2027-02-30&end=2027-03-02")).toEqual(nothing);
  expect(read(`/waiting/join?start=2027-01-15&end=2027-01-17&beds=${TOWER}:99&beds=x:1`)).toEqual({
    range: NIGHTS,
    persons: {},
  });
});
