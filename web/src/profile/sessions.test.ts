import { expect, test } from "vitest";
import { deviceText } from "./sessions";
import { words } from "./sessionTexts";

test.each([
  [{ browser: "Firefox", system: "Windows" }, "Firefox auf Windows", "Firefox on Windows"],
  [{ browser: "Firefox" }, "Firefox", "Firefox"],
  [{ system: "iPhone" }, "Ein Browser auf iPhone", "A browser on iPhone"],
  [{}, "Ein unbekanntes Gerät", "An unknown device"],
])("calls %j by its name", (message, german, english) => {
  expect(deviceText(message, words.de)).toBe(german);
  expect(deviceText(message, words.en)).toBe(english);
});
