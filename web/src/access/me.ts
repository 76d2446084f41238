import { mutate } from "swr";
import { api, ask, type Schemas } from "@/platform/api/client";
import { asRefusal } from "@/platform/api/refusal";
import { sessionBegan } from "@/platform/api/session";
import { useAnswer } from "@/platform/api/useAnswer";
import { chooseLanguage } from "@/platform/texts/language";
import { loginAddress, type LoginNotice } from "./loginNotice";

export type Me = Schemas["User"];

const ME = "/api/me";

/**
 * The member who is logged in; an error with status 401 if nobody is.
 *
 * @param enabled false sends no request: where a 401 is likely, since browsers log each one
 */
export function useMe(enabled = true) {
  return useAnswer(enabled ? ME : null, () => ask(api.GET("/api/me")));
}

export function isAdministrator(me: Me): boolean {
  return me.role === "Administrator";
}

/** Begins a session: drops the answers that another member got, and stores the new one. */
export async function startSession(me: Me): Promise<void> {
  sessionBegan();
  chooseLanguage(me.language);
  await mutate((key) => key !== ME, undefined, { revalidate: true });
  await mutate(ME, me, { revalidate: false });
}

/** Stores a profile that the server has just returned. */
export async function setMe(me: Me): Promise<void> {
  await mutate(ME, me, { revalidate: false });
}

/** Ends the session, and deletes the offline copy of the garden on this device. */
export async function logOut(): Promise<void> {
  try {
    await ask(api.POST("/api/auth/logout"));
  } catch (thrown) {
    // The session has ended already: nothing is left to do.
    if (asRefusal(thrown).status !== 401) {
      throw thrown;
    }
  }
  goToLogin();
}

/** Opens the login page, which shows the notice. */
export function goToLogin(notice?: LoginNotice): void {
  deleteOfflineCopy();
  // A full load, so that no answer of the old session stays in memory.
  window.location.href = new URL(loginAddress(notice), window.location.origin).href;
}

/** Deletes what this device keeps of the garden for reading offline. */
export function deleteOfflineCopy(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("booking.garden.")) {
      localStorage.removeItem(key);
    }
  }
}
