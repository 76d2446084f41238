import type { Me } from "@/access/me";
import { api, ask, type Schemas } from "@/platform/api/client";
import { signWithPasskey } from "./ceremony";

/** What a passkey signed, to be shown to the server. */
export type Signed = Schemas["AuthenticationResponse"];

/** Has the person choose a passkey in a window of the browser's own. */
export async function askForPasskey(): Promise<Signed> {
  return signWithPasskey(await challenge());
}

export async function enterWith(credential: Signed): Promise<Me> {
  return (await ask(api.POST("/api/auth/passkey", { body: { credential } }))).user;
}

/** Has somebody who is logged in show with a passkey that it is them. */
export async function confirmWithPasskey(): Promise<void> {
  const options = await ask(api.POST("/api/me/confirmation/options"));
  const credential = await signWithPasskey(options);
  await ask(api.POST("/api/me/confirmation", { body: { credential } }));
}

function challenge(): Promise<Schemas["PasskeyRequestOptions"]> {
  return ask(api.POST("/api/auth/passkey/options"));
}

/** A challenge is good for five minutes; an offer is made anew before that. */
const FRESH_MS = 4 * 60_000;

/**
 * Offers passkeys among what the browser fills in for the e-mail address, until `signal` says
 * stop. If that cannot be done there are the other ways in, and nothing is said of it.
 *
 * @returns null if nobody took the offer
 */
export async function offerPasskeys(signal: AbortSignal): Promise<Signed | null> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) {
    return null;
  }
  while (!signal.aborted) {
    await untilVisible(signal);
    const round = AbortSignal.any([signal, AbortSignal.timeout(FRESH_MS)]);
    try {
      return await signWithPasskey(await challenge(), { mediation: "conditional", signal: round });
    } catch {
      if (!round.aborted) {
        return null;
      }
    }
  }
  return null;
}

/** A page that nobody looks at does not ask the server for anything. */
async function untilVisible(signal: AbortSignal): Promise<void> {
  while (document.hidden && !signal.aborted) {
    await new Promise<void>((resolve) => {
      document.addEventListener("visibilitychange", () => resolve(), { once: true });
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }
}
