import { api, ask, type Schemas } from "@/platform/api/client";

export type Guest = Schemas["InviteRequest"];

/**
 * Invites a person, or makes a new link for an invited one. The server shows the link only this
 * once.
 */
export async function invite(guest: Guest): Promise<string> {
  return (await ask(api.POST("/api/admin/users", { body: guest }))).inviteUrl;
}
