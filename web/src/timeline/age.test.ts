import { expect, test } from "vitest";
import { ageText } from "./age";

const NOW = Date.UTC(2027, 0, 15, 12);
const MINUTE = 60_000;

test.each([
  [0, "gerade eben"],
  [-20_000, "gerade eben"],
  [-5 * MINUTE, "vor 5 Minuten"],
  [-3 * 60 * MINUTE, "vor 3 Stunden"],
  [-24 * 60 * MINUTE, "gestern"],
])("says how old a copy is after %d milliseconds", (age, words) => {
  expect(ageText(NOW + age, "de", "gerade eben", NOW)).toBe(words);
});
