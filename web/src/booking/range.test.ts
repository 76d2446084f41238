import { describe, expect, it } from "vitest";
import { choosable, night, NOTHING, pressed, previewed, sleepsIn, type Choosing } from "./range";

const JUNE = new Map(
  Array.from({ length: 30 }, (_, i) => [`2027-06-${String(i + 1).padStart(2, "0")}`, 4] as const),
);

function choosing(full: string[] = [], fullToo = false): Choosing {
  const free = new Map<string, number>(JUNE);
  full.forEach((day) => free.set(day, 0));
  return { free, today: "2027-06-05", fullToo };
}

describe("choosing nights", () => {
  it("takes an arrival and then a departure", () => {
    const arrived = pressed("2027-06-10", NOTHING, choosing());
    expect(arrived).toEqual({ start: "2027-06-10", end: null });
    expect(pressed("2027-06-12", arrived, choosing())).toEqual({
      start: "2027-06-10",
      end: "2027-06-12",
    });
  });

  it("begins anew with a day before the arrival, with the same day, and after both", () => {
    const arrived = { start: "2027-06-10", end: null };
    expect(pressed("2027-06-08", arrived, choosing())).toEqual({ start: "2027-06-08", end: null });
    expect(pressed("2027-06-10", arrived, choosing())).toEqual(arrived);
    expect(pressed("2027-06-20", { start: "2027-06-10", end: "2027-06-12" }, choosing())).toEqual({
      start: "2027-06-20",
      end: null,
    });
  });

  it("lets nobody arrive on a full night, but leave on it", () => {
    const full = choosing(["2027-06-12"]);
    const arrived = { start: "2027-06-10", end: null };
    expect(choosable("2027-06-12", NOTHING, full)).toBe(false);
    expect(pressed("2027-06-12", NOTHING, full)).toBe(NOTHING);
    expect(pressed("2027-06-12", arrived, full).end).toBe("2027-06-12");
  });

  it("never spans a full night: a day behind it is a new arrival", () => {
    const full = choosing(["2027-06-12"]);
    const arrived = { start: "2027-06-10", end: null };
    expect(pressed("2027-06-13", arrived, full)).toEqual({ start: "2027-06-13", end: null });
    expect(previewed(arrived, "2027-06-13", full)).toEqual(arrived);
  });

  it("takes full nights where somebody wants to wait for them", () => {
    const waiting = choosing(["2027-06-12"], true);
    const arrived = pressed("2027-06-12", NOTHING, waiting);
    expect(pressed("2027-06-14", arrived, waiting)).toEqual({
      start: "2027-06-12",
      end: "2027-06-14",
    });
  });

  it("never calls free what it does not know, nor what is past", () => {
    expect(night("2027-07-01", choosing())).toBe("unknown");
    expect(night("2027-06-04", choosing())).toBe("past");
    expect(choosable("2027-07-01", NOTHING, choosing([], true))).toBe(false);
    expect(choosable("2027-06-04", NOTHING, choosing([], true))).toBe(false);
  });

  it("lets leave on the first day that is not known", () => {
    expect(choosable("2027-07-01", { start: "2027-06-29", end: null }, choosing())).toBe(true);
    expect(choosable("2027-07-02", { start: "2027-06-29", end: null }, choosing())).toBe(false);
  });

  it("shows the nights of the range, without the day of departure", () => {
    const range = { start: "2027-06-10", end: "2027-06-12" };
    expect(
      ["2027-06-09", "2027-06-10", "2027-06-11", "2027-06-12"].map((day) => sleepsIn(range, day)),
    ).toEqual([false, true, true, false]);
    expect(sleepsIn({ start: "2027-06-10", end: null }, "2027-06-10")).toBe(true);
  });
});
