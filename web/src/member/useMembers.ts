import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";

/** Everybody, in every state. */
export function useMembers() {
  return useAnswer("/api/admin/users", () => ask(api.GET("/api/admin/users")));
}
