import { describe, expect, it } from "vitest";
import { merged, savedDraft, withParty, withPersons, withProposal, type Draft } from "./draft";

const BEFORE: Draft = {
  range: { start: "2027-01-15", end: "2027-01-20" },
  party: { adults: 3, children: 0 },
  place: null,
  persons: { meadow: 2, tower: 1 },
  notes: "",
};
const NOW: Draft = {
  range: { start: "2027-01-16", end: "2027-01-20" },
  party: { adults: 3, children: 0 },
  place: null,
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

describe("the persons of a draft", () => {
  const fresh: Draft = { ...BEFORE, persons: {} };

  it("are those of the proposal until somebody distributes them by hand", () => {
    expect(withProposal(fresh, { tower: 3 }).persons).toEqual({ tower: 3 });
    expect(withProposal(fresh, undefined)).toBe(fresh);
    expect(withProposal(BEFORE, { tower: 3 })).toBe(BEFORE);
  });

  it("are proposed anew for another number of people", () => {
    expect(withParty(BEFORE, { adults: 4, children: 0 }).persons).toEqual({});
    expect(withParty(BEFORE, { adults: 2, children: 1 }).persons).toBe(BEFORE.persons);
  });
});

it("reads a draft that an older version of these pages stored", () => {
  const old = { range: BEFORE.range, persons: { tower: 1 }, notes: "Late" };
  sessionStorage.setItem("booking.draft.old", JSON.stringify(old));
  expect(savedDraft("old")).toEqual({ ...old, party: { adults: 1, children: 0 }, place: null });
});
