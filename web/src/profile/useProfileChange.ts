import { useCallback, useState } from "react";
import { setMe } from "@/access/me";
import { api, ask, type Schemas } from "@/platform/api/client";
import { useSending } from "@/platform/api/useSending";

/** Changes fields of the profile; `saved` is true until `touched` is called. */
export function useProfileChange() {
  const [saved, setSaved] = useState(false);
  const sending = useSending(async (change: Schemas["ProfileRequest"]) => {
    setSaved(false);
    await setMe(await ask(api.PATCH("/api/me", { body: change })));
    setSaved(true);
  });
  return { ...sending, saved, touched: useCallback(() => setSaved(false), []) };
}
