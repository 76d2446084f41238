import { act, renderHook } from "@testing-library/react";
import { beforeEach, expect, test } from "vitest";
import { tidyAddress, useLinkToken } from "./link";

function open(address: string): void {
  window.history.replaceState(null, "", address);
}

beforeEach(() => open("/"));

test("reads the token of the link, as it was written", () => {
  open("/invitation#token=a-b_c.d");
  expect(renderHook(() => useLinkToken()).result.current).toBe("a-b_c.d");
});

test("knows a link without a token", () => {
  open("/setup");
  expect(renderHook(() => useLinkToken()).result.current).toBeNull();
});

test("still has the token when the address bar is tidy", () => {
  open("/reset-password#token=abc");
  const { result, rerender } = renderHook(() => useLinkToken());
  act(tidyAddress);
  rerender();
  expect(window.location.href).not.toContain("abc");
  expect(result.current).toBe("abc");
});

test("takes the next link that is opened in the same tab", () => {
  open("/verify-email#token=old");
  const { result } = renderHook(() => useLinkToken());
  open("/verify-email#token=new");
  act(() => void window.dispatchEvent(new HashChangeEvent("hashchange")));
  expect(result.current).toBe("new");
});

test("hands no token to another page", () => {
  open("/invitation#token=abc");
  renderHook(() => useLinkToken());
  open("/reset-password");
  expect(renderHook(() => useLinkToken()).result.current).toBeNull();
});
