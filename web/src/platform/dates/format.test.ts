import { describe, expect, it } from "vitest";
import {
  dayText,
  momentText,
  monthText,
  nightsInSentence,
  rangeText,
  stayText,
  weekdayText,
} from "./format";

const NOW = "2026-12-01";

describe("a day", () => {
  it("has its weekday, and its year where that is not this one", () => {
    expect(dayText("2026-12-11", "de", NOW)).toBe("Fr 11. Dez.");
    expect(dayText("2026-12-11", "en", NOW)).toBe("Fri 11 Dec");
    expect(dayText("2027-01-15", "de", NOW)).toBe("Fr 15. Jan. 2027");
    expect(dayText("2027-01-15", "en", NOW)).toBe("Fri 15 Jan 2027");
    expect(dayText("2025-05-04", "de", NOW)).toBe("So 4. Mai 2025");
  });
});

describe("a stay", () => {
  it.each([
    [
      "2026-12-11",
      "2026-12-13",
      "Fr 11. – So 13. Dez. · 2 Nächte",
      "Fri 11 – Sun 13 Dec · 2 nights",
    ],
    [
      "2026-11-30",
      "2026-12-01",
      "Mo 30. Nov. – Di 1. Dez. · 1 Nacht",
      "Mon 30 Nov – Tue 1 Dec · 1 night",
    ],
    [
      "2026-12-31",
      "2027-01-02",
      "Do 31. Dez. – Sa 2. Jan. 2027 · 2 Nächte",
      "Thu 31 Dec – Sat 2 Jan 2027 · 2 nights",
    ],
    [
      "2027-01-15",
      "2027-01-17",
      "Fr 15. – So 17. Jan. 2027 · 2 Nächte",
      "Fri 15 – Sun 17 Jan 2027 · 2 nights",
    ],
    [
      "2027-01-30",
      "2027-02-01",
      "Sa 30. Jan. – Mo 1. Feb. 2027 · 2 Nächte",
      "Sat 30 Jan – Mon 1 Feb 2027 · 2 nights",
    ],
    [
      "2027-12-31",
      "2028-01-01",
      "Fr 31. Dez. 2027 – Sa 1. Jan. 2028 · 1 Nacht",
      "Fri 31 Dec 2027 – Sat 1 Jan 2028 · 1 night",
    ],
    [
      "2025-12-31",
      "2026-01-02",
      "Mi 31. Dez. 2025 – Fr 2. Jan. 2026 · 2 Nächte",
      "Wed 31 Dec 2025 – Fri 2 Jan 2026 · 2 nights",
    ],
  ])("from %s to %s is written as people write it", (start, end, german, english) => {
    expect(stayText(start, end, "de", NOW)).toBe(german);
    expect(stayText(start, end, "en", NOW)).toBe(english);
  });

  it("names the same month of two years twice", () => {
    expect(rangeText("2026-12-11", "2027-12-11", "de", NOW)).toBe("Fr 11. Dez. – Sa 11. Dez. 2027");
  });
});

it("writes nights into a sentence", () => {
  expect(nightsInSentence("2026-12-11", "2026-12-12", "de", NOW)).toBe(
    "vom Fr 11. auf den So 13. Dez.",
  );
  expect(nightsInSentence("2026-12-31", "2026-12-31", "de", NOW)).toBe(
    "vom Do 31. Dez. auf den Fr 1. Jan. 2027",
  );
  expect(nightsInSentence("2026-12-11", "2026-12-12", "en", NOW)).toBe("from Fri 11 to Sun 13 Dec");
});

it("writes a moment with its weekday", () => {
  const moment = new Date(2026, 10, 24, 14, 5).toISOString();
  expect(momentText(moment, "de", NOW)).toBe("Di 24. Nov., 14:05");
  expect(momentText(moment, "en", "2027-01-01")).toBe("Tue 24 Nov 2026, 14:05");
});

it("names months and weekdays", () => {
  expect(monthText("2027-03-01", "de")).toBe("März 2027");
  expect(weekdayText("2027-01-18", "de")).toBe("Mo");
  expect(weekdayText("2027-01-18", "en")).toBe("Mo");
});
