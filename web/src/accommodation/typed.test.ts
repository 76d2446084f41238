import { expect, test } from "vitest";
import { differences, merged, NOTHING, requestOf, typedOf } from "./typed";

const HUT = { ...NOTHING, name: "Hütte", maxCapacity: "4" };

test("sends the number of beds as a number", () => {
  expect(requestOf(HUT).maxCapacity).toBe(4);
});

test.each(["", "x", "2.5"])("leaves it to the server to refuse %o beds", (maxCapacity) => {
  expect(requestOf({ ...HUT, maxCapacity }).maxCapacity).toBe(0);
});

test("names the fields that somebody else changed", () => {
  const now = typedOf({
    id: "1",
    name: "Hütte",
    type: "Camper",
    maxCapacity: 3,
    isActive: true,
    version: 2,
  });
  expect(differences(HUT, now)).toEqual(["type", "maxCapacity"]);
});

test("keeps what was typed, and takes over what was not touched", () => {
  const typed = { ...HUT, name: "Hütte am Bach" };
  const now = { ...HUT, name: "Blockhütte", maxCapacity: "3" };
  expect(merged(HUT, typed, now)).toEqual({ ...HUT, name: "Hütte am Bach", maxCapacity: "3" });
});
