import { mutate } from "swr";
import { api, ask, type Schemas } from "@/platform/api/client";
import { asRefusal } from "@/platform/api/refusal";
import { sessionBegan } from "@/platform/api/session";
import { useAnswer } from "@/platform/api/useAnswer";
import { chooseLanguage } from "@/platform/texts/language";
import { doorSaying, type Said } from "./said";

export type Me = Schemas["User"];

const ME = "/api/me";

/**
 * Who is signed in; an error with status 401 if nobody is.
 *
 * @param asked false where that is likely: browsers note each such error
 */
export function useMe(asked = true) {
  return useAnswer(asked ? ME : null, () => ask(api.GET("/api/me")));
}

export function isAdministrator(me: Me): boolean {
  return me.role === "Administrator";
}

/** Takes over who has just signed in; other people's answers are forgotten. */
export async function signedIn(me: Me): Promise<void> {
  sessionBegan();
  chooseLanguage(me.language);
  await mutate((key) => key !== ME, undefined, { revalidate: true });
  await mutate(ME, me, { revalidate: false });
}

/** Takes over a profile that has just been changed. */
export async function tookOver(me: Me): Promise<void> {
  await mutate(ME, me, { revalidate: false });
}

/** What this device knows of the garden is forgotten with the session. */
export async function signOut(): Promise<void> {
  try {
    await ask(api.POST("/api/auth/logout"));
  } catch (thrown) {
    // A session that has ended already is what was wanted.
    if (asRefusal(thrown).status !== 401) {
      throw thrown;
    }
  }
  leave();
}

/** Goes to the door, with what is to be said there. */
export function leave(word?: Said): void {
  forgetGarden();
  // A full load, so that no answer of the old session stays in memory.
  window.location.href = new URL(doorSaying(word), window.location.origin).href;
}

/** Everything kept on this device for reading offline. */
export function forgetGarden(): void {
  for (const key of Object.keys(localStorage)) {
    if (key.startsWith("booking.garden.")) {
      localStorage.removeItem(key);
    }
  }
}
