import { describe, expect, it } from "vitest";
import { merged, withPersons, type Draft } from "./draft";

const BEFORE: Draft = {
  range: { start: "2027-01-15", end: "2027-01-20" },
  persons: { meadow: 2, tower: 1 },
  notes: "",
};
const NOW: Draft = {
  range: { start: "2027-01-16", end: "2027-01-20" },
  persons: { meadow: 3 },
  notes: "With a dog",
};

describe("a booking that somebody else saved meanwhile", () => {
  it("is taken over where nothing was typed", () => {
    expect(merged(BEFORE, BEFORE, NOW)).toEqual(NOW);
  });

  it("gives way where something was", () => {
    expect(merged(BEFORE, { ...BEFORE, notes: "With a cat" }, NOW)).toEqual({
      ...NOW,
      notes: "With a cat",
    });
    expect(merged(BEFORE, withPersons(BEFORE, "tower", 2), NOW)).toEqual({
      ...NOW,
      persons: { meadow: 2, tower: 2 },
    });
    const range = { start: "2027-01-15", end: "2027-01-18" };
    expect(merged(BEFORE, { ...BEFORE, range }, NOW)).toEqual({ ...NOW, range });
  });
});
