import { mutate } from "swr";

/** Loads all answers again except the profile, after something was changed. */
export async function refreshGarden(): Promise<void> {
  await mutate((key) => typeof key === "string" && key.startsWith("/api/") && key !== "/api/me");
}
