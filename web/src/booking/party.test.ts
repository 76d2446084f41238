import { beforeEach, expect, it } from "vitest";
import { lastParty, rememberParty } from "./party";

beforeEach(() => localStorage.clear());

it("is remembered on this device", () => {
  expect(lastParty()).toEqual({ adults: 1, children: 0 });
  rememberParty({ adults: 2, children: 3 });
  expect(lastParty()).toEqual({ adults: 2, children: 3 });
});

it.each(["", "nonsense", "null", '{"adults":0,"children":0}', '{"adults":1.5,"children":"2"}'])(
  "is one adult where the storage has %j",
  (stored) => {
    localStorage.setItem("booking.party", stored);
    expect(lastParty()).toEqual({ adults: 1, children: 0 });
  },
);
