import { describe, expect, it } from "vitest";
import { bookAddress, dragged, marks, tapped } from "./selection";

const isFree = (night: string) => night !== "2026-12-15" && night >= "2026-12-01";

describe("nights marked in the garden", () => {
  it("are the first and the last night tapped, over the end of a month too", () => {
    const first = tapped("2026-12-30", null, null, isFree);
    expect(first).toEqual({ place: null, first: "2026-12-30", last: "2026-12-30" });
    expect(tapped("2027-01-01", null, first, isFree)?.last).toBe("2027-01-01");
  });

  it("begin anew with an earlier night, after a range, and in another place", () => {
    const one = tapped("2026-12-10", "attic", null, isFree);
    expect(tapped("2026-12-08", "attic", one, isFree)?.first).toBe("2026-12-08");
    const range = tapped("2026-12-12", "attic", one, isFree);
    expect(tapped("2026-12-13", "attic", range, isFree)).toEqual({
      place: "attic",
      first: "2026-12-13",
      last: "2026-12-13",
    });
    expect(tapped("2026-12-12", "tent", one, isFree)?.first).toBe("2026-12-12");
  });

  it("never span a full night nor more nights than one booking may have", () => {
    const one = tapped("2026-12-14", null, null, isFree);
    expect(tapped("2026-12-16", null, one, isFree)?.first).toBe("2026-12-16");
    expect(tapped("2026-12-15", null, one, isFree)).toBeNull();
    const far = tapped("2026-12-20", null, null, isFree);
    expect(tapped("2027-01-18", null, far, isFree)?.first).toBe("2026-12-20");
    expect(tapped("2027-01-19", null, far, isFree)?.first).toBe("2027-01-19");
  });

  it("follow the mouse in both directions, as far as they are free", () => {
    const begun = { place: "attic", first: "2026-12-12", last: "2026-12-12" };
    const later = dragged("2026-12-14", "2026-12-12", begun, isFree);
    expect(later).toEqual({ place: "attic", first: "2026-12-12", last: "2026-12-14" });
    expect(dragged("2026-12-16", "2026-12-12", later, isFree)).toBe(later);
    expect(dragged("2026-12-10", "2026-12-12", later, isFree)).toEqual({
      place: "attic",
      first: "2026-12-10",
      last: "2026-12-12",
    });
    expect(marks(later, "2026-12-13")).toBe(true);
    expect(marks(later, "2026-12-15")).toBe(false);
    expect(marks(null, "2026-12-13")).toBe(false);
  });

  it("go to the form with the day of departure", () => {
    const nights = { first: "2026-12-30", last: "2026-12-31" };
    expect(bookAddress({ ...nights, place: null })).toBe("/book?start=2026-12-30&end=2027-01-01");
    expect(bookAddress({ ...nights, place: "7" })).toBe(
      "/book?start=2026-12-30&end=2027-01-01&place=7",
    );
  });
});
