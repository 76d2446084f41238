import { expect, test } from "vitest";
import type { Schemas } from "@/platform/api/client";
import { again } from "./again";
import { NOTHING } from "./range";

const BOOKING: Schemas["Booking"] = {
  id: "b",
  memberId: "m",
  memberName: "Anna Grün",
  startDate: "2027-01-15",
  endDate: "2027-01-17",
  nights: 2,
  notes: "Mit Hund",
  status: "Cancelled",
  bookingItems: [
    { sleepingAccommodationId: "p", sleepingAccommodationName: "Turm", personCount: 2 },
  ],
  totalPersons: 2,
  createdAt: "2026-12-01T10:00:00Z",
  updatedAt: "2026-12-01T10:00:00Z",
  version: 1,
};

test("keeps the nights that are still ahead", () => {
  expect(again(BOOKING, "m", "2027-01-15")).toEqual({
    range: { start: "2027-01-15", end: "2027-01-17" },
    party: { adults: 2, children: 0 },
    place: null,
    persons: { p: 2 },
    notes: "Mit Hund",
    owner: {},
  });
});

test("asks for other nights where they have passed", () => {
  expect(again(BOOKING, "m", "2027-01-16")).toEqual({
    range: NOTHING,
    party: { adults: 2, children: 0 },
    place: null,
    persons: { p: 2 },
    notes: "Mit Hund",
    owner: {},
  });
});

test("is for the same person", () => {
  expect(again(BOOKING, "administrator").owner).toEqual({ memberId: "m" });
  expect(again({ ...BOOKING, guestName: "Oma" }, "m").owner).toEqual({ guestName: "Oma" });
});
