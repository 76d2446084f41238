import { expect, test } from "vitest";
import { doorSaying, said, saidIn } from "./said";

test("finds the word that somebody is sent to the door with", () => {
  expect(saidIn("?problem=oidc-denied")).toBe("oidc-denied");
  expect(saidIn(new URL(doorSaying("erased"), "http://localhost").search)).toBe("erased");
});

test.each(["", "?problem=", "?problem=constructor", "?said=%3Cb%3E", "?next=/garden"])(
  "says nothing of %s",
  (search) => expect(saidIn(search)).toBeNull(),
);

test("has a sentence for each word in both languages", () => {
  expect(Object.keys(said.en)).toEqual(Object.keys(said.de));
});
