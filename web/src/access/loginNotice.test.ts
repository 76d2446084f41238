import { expect, test } from "vitest";
import { loginAddress, noticeIn, notices } from "./loginNotice";

test("reads the notice from the address", () => {
  expect(noticeIn("?problem=oidc-denied")).toBe("oidc-denied");
  expect(noticeIn(new URL(loginAddress("erased"), "http://localhost").search)).toBe("erased");
});

test.each(["", "?problem=", "?problem=constructor", "?notice=%3Cb%3E", "?next=/garden"])(
  "shows no notice for %s",
  (search) => expect(noticeIn(search)).toBeNull(),
);

test("has a sentence for each notice in both languages", () => {
  expect(Object.keys(notices.en)).toEqual(Object.keys(notices.de));
});
