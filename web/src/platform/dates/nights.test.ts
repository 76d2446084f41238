import { describe, expect, it } from "vitest";
import {
  daysFrom,
  isDay,
  monday,
  nightsBetween,
  plusDays,
  plusMonths,
  runsOf,
  sixWeeks,
  today,
  weekday,
} from "./nights";

describe("nights", () => {
  it("counts over both clock changes and leap days", () => {
    expect(nightsBetween("2027-03-27", "2027-03-29")).toBe(2);
    expect(nightsBetween("2027-10-30", "2027-11-01")).toBe(2);
    expect(plusDays("2028-02-28", 1)).toBe("2028-02-29");
    expect(daysFrom("2027-12-30", "2028-01-02")).toEqual([
      "2027-12-30",
      "2027-12-31",
      "2028-01-01",
    ]);
    expect(daysFrom("2027-01-02", "2027-01-01")).toEqual([]);
  });

  it("begins the week on Monday", () => {
    expect(weekday("2027-01-18")).toBe(0);
    expect(weekday("2027-01-24")).toBe(6);
    expect(monday("2027-01-24")).toBe("2027-01-18");
  });

  it("shows every month in six weeks", () => {
    for (let month = "2026-01-01"; month < "2030-01-01"; month = plusMonths(month, 1)) {
      const days = sixWeeks(month);
      expect(days).toHaveLength(42);
      expect(weekday(days[0] as string)).toBe(0);
      expect(days).toContain(month);
      expect(days).toContain(plusDays(plusMonths(month, 1), -1));
    }
  });

  it("takes today from the zone of the garden, not from that of the device", () => {
    const evening = new Date("2027-01-15T23:30:00Z");
    expect(today(evening, "Europe/Berlin")).toBe("2027-01-16");
    expect(today(evening, "America/New_York")).toBe("2027-01-15");
    expect(today(new Date("2027-06-15T22:00:00Z"), "Europe/Berlin")).toBe("2027-06-16");
  });

  it("takes today from the device where the browser does not know the zone", () => {
    expect(today(new Date(2027, 0, 15, 0, 30), "Nowhere/Never")).toBe("2027-01-15");
    expect(today(new Date(2027, 0, 15, 23, 59), "Nowhere/Never")).toBe("2027-01-15");
  });

  it("takes nothing but a day for a day", () => {
    expect(["2027-01-15", "2028-02-29"].every(isDay)).toBe(true);
    const others = ["", null, "2027-02-29", "2027-13-01", "27-01-15", "2027-01-15T00:00"];
    expect(others.some(isDay)).toBe(false);
  });

  it("says nights that follow each other together, also over the end of a month", () => {
    expect(runsOf(["2027-02-01", "2027-01-30", "2027-01-31", "2027-02-03"])).toEqual([
      { first: "2027-01-30", last: "2027-02-01" },
      { first: "2027-02-03", last: "2027-02-03" },
    ]);
    expect(runsOf([])).toEqual([]);
  });
});
