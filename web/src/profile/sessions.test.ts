import { expect, test } from "vitest";
import { deviceText } from "./sessions";
import { words } from "./sessionTexts";

test.each([
  [{ browser: "Firefox", system: "Windows" }, "Firefox auf Windows", "Firefox on Windows"],
  [{ browser: "Firefox" }, "Firefox", "Firefox"],
  [{ system: "iPhone" }, "Ein Browser auf iPhone", "A browser on iPhone"],
  [{}, "Ein unbekanntes Gerät", "An unknown device"],
])("calls %j by its name", (told, german, english) => {
  expect(deviceText(told, words.de)).toBe(german);
  expect(deviceText(told, words.en)).toBe(english);
});
