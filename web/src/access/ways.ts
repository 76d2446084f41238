import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

/** Which ways in this garden offers, and whether one is in already; never an error with status 401. */
export function useWaysIn() {
  return useAnswer("/api/auth/methods", () => ask(api.GET("/api/auth/methods")));
}

/** Whether this garden sends letters; until that is known, it is taken to. */
export function useSendsMail(): boolean {
  return useWaysIn().data?.mail !== false;
}
