import type { Me } from "@/access/me";
import { api, ask, type Schemas } from "@/platform/api/client";
import { signWithPasskey } from "./ceremony";

/** What a passkey signed; the server checks it. */
export type Signed = Schemas["AuthenticationResponse"];

/** Opens the browser's dialog, in which the member chooses a passkey. */
export async function askForPasskey(): Promise<Signed> {
  return signWithPasskey(await challenge());
}

export async function logInWith(credential: Signed): Promise<Me> {
  return (await ask(api.POST("/api/auth/passkey", { body: { credential } }))).user;
}

/** Confirms with a passkey that it is the logged-in member who acts. */
export async function confirmWithPasskey(): Promise<void> {
  const options = await ask(api.POST("/api/me/confirmation/options"));
  const credential = await signWithPasskey(options);
  await ask(api.POST("/api/me/confirmation", { body: { credential } }));
}

function challenge(): Promise<Schemas["PasskeyRequestOptions"]> {
  return ask(api.POST("/api/auth/passkey/options"));
}

/** A challenge is valid for five minutes; the offer is renewed before it expires. */
const RENEW_AFTER_MS = 4 * 60_000;

/**
 * Offers passkeys in the browser's suggestions for the e-mail field, until `signal` aborts. A
 * browser that cannot do so is no error: the button and the password remain.
 *
 * @returns null if no passkey was chosen
 */
export async function offerPasskeys(signal: AbortSignal): Promise<Signed | null> {
  if (!(await PublicKeyCredential.isConditionalMediationAvailable?.())) {
    return null;
  }
  while (!signal.aborted) {
    await untilVisible(signal);
    const round = AbortSignal.any([signal, AbortSignal.timeout(RENEW_AFTER_MS)]);
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

/** A page in the background sends no requests. */
async function untilVisible(signal: AbortSignal): Promise<void> {
  while (document.hidden && !signal.aborted) {
    await new Promise<void>((resolve) => {
      document.addEventListener("visibilitychange", () => resolve(), { once: true });
      signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }
}
