import { act, renderHook } from "@testing-library/react";
import { expect, test } from "vitest";
import { Refusal } from "./refusal";
import { logInLater, sessionBegan } from "./session";
import { useSending } from "./useSending";

async function refused(status: number) {
  const { result } = renderHook(() =>
    useSending(() => Promise.reject(new Refusal(status, "Please log in."))),
  );
  await act(async () => {
    await result.current.send();
  });
  return result;
}

test("takes back that somebody should log in once they have", async () => {
  const result = await refused(401);
  expect(result.current.refusal?.status).toBe(401);
  act(logInLater);
  expect(result.current.refusal?.status).toBe(401);
  act(sessionBegan);
  expect(result.current.refusal).toBeNull();
});

test("keeps what else was refused", async () => {
  const result = await refused(400);
  act(sessionBegan);
  expect(result.current.refusal?.status).toBe(400);
});
