import { describe, expect, it } from "vitest";
import type { Beds } from "./availability";
import { proposals } from "./proposal";

function place(id: string, availableCapacity: number): Beds {
  return { id, name: id, type: "Room", maxCapacity: 50, availableCapacity, nights: [] };
}

const GARDEN = [place("attic", 4), place("tower", 2), place("tent", 6), place("full", 0)];

describe("where some people could sleep", () => {
  it("is the smallest place that fits, and then the others", () => {
    expect(proposals(GARDEN, 2, null)).toEqual([{ tower: 2 }, { attic: 2 }, { tent: 2 }]);
    expect(proposals(GARDEN, 3, null)).toEqual([{ attic: 3 }, { tent: 3 }]);
  });

  it("is several places where one is not enough", () => {
    expect(proposals(GARDEN, 9, null)).toEqual([{ tent: 6, attic: 3 }]);
    expect(proposals(GARDEN, 12, null)).toEqual([{ tent: 6, attic: 4, tower: 2 }]);
  });

  it("is nowhere where there are too few beds", () => {
    expect(proposals(GARDEN, 13, null)).toEqual([]);
    expect(proposals([], 1, null)).toEqual([]);
  });

  it("begins with the place that somebody chose", () => {
    expect(proposals(GARDEN, 2, "tent")).toEqual([{ tent: 2 }, { tower: 2 }, { attic: 2 }]);
    expect(proposals(GARDEN, 5, "tower")).toEqual([{ tower: 2, tent: 3 }, { tent: 5 }]);
    expect(proposals(GARDEN, 2, "full")[0]).toEqual({ tower: 2 });
  });

  it("puts no more people into one place than a booking may have there", () => {
    expect(proposals([place("meadow", 50)], 25, null)).toEqual([]);
    expect(proposals([place("meadow", 50), place("tent", 6)], 25, null)).toEqual([
      { meadow: 20, tent: 5 },
    ]);
  });
});
