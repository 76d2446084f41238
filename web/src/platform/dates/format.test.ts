import { expect, it } from "vitest";
import { monthText, stayText, weekdayText } from "./format";

it("writes a stay as the family does", () => {
  expect(stayText("2027-01-15", "2027-01-20", "de")).toBe(
    "15. Jan. 2027 → 20. Jan. 2027 (5 Nächte)",
  );
  expect(stayText("2027-01-15", "2027-01-16", "en")).toBe("15 Jan 2027 → 16 Jan 2027 (1 night)");
});

it("names months and weekdays", () => {
  expect(monthText("2027-03-01", "de")).toBe("März 2027");
  expect(weekdayText("2027-01-18", "de")).toBe("Mo");
  expect(weekdayText("2027-01-18", "en")).toBe("Mo");
});
