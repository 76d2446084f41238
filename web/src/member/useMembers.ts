import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

/**
 * All members, in every state.
 *
 * @param enabled false sends no request: only administrators get an answer
 */
export function useMembers(enabled = true) {
  return useAnswer(enabled ? "/api/admin/users" : null, () => ask(api.GET("/api/admin/users")));
}
