import { api, ask, type Schemas } from "@/platform/api/client";

export type Guest = Schemas["InviteRequest"];

/** Asks somebody in, also once more; the answer is the link, which is told only once. */
export async function invite(guest: Guest): Promise<string> {
  return (await ask(api.POST("/api/admin/users", { body: guest }))).inviteUrl;
}
