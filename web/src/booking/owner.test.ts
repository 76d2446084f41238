import { expect, test } from "vitest";
import { ownerIn } from "./owner";

test("names a member or a guest, and nobody for oneself", () => {
  expect(ownerIn({})).toEqual({});
  expect(ownerIn({ memberId: "m" })).toEqual({ memberId: "m" });
  expect(ownerIn({ guestName: " Oma Erna " })).toEqual({ guestName: "Oma Erna" });
});

test("waits for the name of the guest", () => {
  expect(ownerIn({ guestName: "" })).toBeNull();
  expect(ownerIn({ guestName: "  " })).toBeNull();
});
