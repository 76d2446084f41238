import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

/** Which ways in this garden offers. */
export function useWaysIn() {
  return useAnswer("/api/auth/methods", () => ask(api.GET("/api/auth/methods")), {
    revalidateOnFocus: false,
  }).data;
}
