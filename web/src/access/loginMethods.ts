import { api, ask } from "@/platform/api/client";
import { useAnswer } from "@/platform/api/useAnswer";
import { rememberGardenZone } from "@/platform/dates/zone";

/**
 * How one can log in here, and whether a session is open already; never an error with status 401.
 */
export function useLoginMethods() {
  return useAnswer("/api/auth/methods", async () => {
    const methods = await ask(api.GET("/api/auth/methods"));
    rememberGardenZone(methods.timeZone);
    return methods;
  });
}

/** Whether this garden sends mail; true until the server has answered. */
export function useSendsMail(): boolean {
  return useLoginMethods().data?.mail !== false;
}
