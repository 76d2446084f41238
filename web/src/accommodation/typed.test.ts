import { expect, test } from "vitest";
import { differences, NOTHING, requestOf, typedOf } from "./typed";

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
