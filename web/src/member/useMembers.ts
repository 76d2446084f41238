import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

/** All members, in every state. */
export function useMembers() {
  return useAnswer("/api/admin/users", () => ask(api.GET("/api/admin/users")));
}
