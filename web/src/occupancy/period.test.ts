import { describe, expect, it } from "vitest";
import { periodOf, presetOf, presetPeriod, PRESETS, queryOf } from "./period";

const TODAY = "2027-03-31";

describe("the nights of a report", () => {
  it("are half-open: a year ends with the next one's first day", () => {
    expect(presetPeriod("thisYear", TODAY)).toEqual({ from: "2027-01-01", to: "2028-01-01" });
    expect(presetPeriod("lastYear", TODAY)).toEqual({ from: "2026-01-01", to: "2027-01-01" });
  });

  it("are whole months, before this one or from it on", () => {
    expect(presetPeriod("last12", TODAY)).toEqual({ from: "2026-03-01", to: "2027-03-01" });
    expect(presetPeriod("next12", TODAY)).toEqual({ from: "2027-03-01", to: "2028-03-01" });
  });

  it("are found again by their name, and through the address", () => {
    for (const preset of PRESETS) {
      const period = presetPeriod(preset, TODAY);
      expect(presetOf(period, TODAY)).toBe(preset);
      expect(periodOf(new URLSearchParams(queryOf(period)), TODAY)).toEqual(period);
    }
    expect(presetOf({ from: "2027-02-01", to: "2027-02-08" }, TODAY)).toBeUndefined();
  });

  it("are this year's where the address names none", () => {
    for (const address of [
      "",
      "from=2027-02-01",
      "from=2027-02-31x&to=2027-03-01",
      "from=a&to=b",
    ]) {
      expect(periodOf(new URLSearchParams(address), TODAY)).toEqual(
        presetPeriod("thisYear", TODAY),
      );
    }
  });
});
