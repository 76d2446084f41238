import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

/**
 * The member's entries on the waiting list, and offers.
 *
 * @param enabled false sends no request
 */
export function useWaiting(enabled = true) {
  return useAnswer(enabled ? "/api/waiting" : null, () => ask(api.GET("/api/waiting")));
}
