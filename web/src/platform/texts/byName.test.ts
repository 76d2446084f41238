import { expect, test } from "vitest";
import { byName } from "./byName";

test("sorts numbers by their value, and umlauts with their letters", () => {
  const names = ["Zelt 10", "Ökohaus", "Zelt 2", "Wohnwagen", "Zelt 1"];
  expect(byName(names.map((name) => ({ name }))).map(({ name }) => name)).toEqual([
    "Ökohaus",
    "Wohnwagen",
    "Zelt 1",
    "Zelt 2",
    "Zelt 10",
  ]);
});
