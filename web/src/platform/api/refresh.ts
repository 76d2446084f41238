import { mutate } from "swr";

/** Reads anew all that is shown of the garden, after something in it was changed. */
export async function refreshGarden(): Promise<void> {
  await mutate((key) => typeof key === "string" && key.startsWith("/api/") && key !== "/api/me");
}
