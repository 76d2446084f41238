import type { Schemas } from "@/platform/api/client";
import { Refusal } from "@/platform/api/refusal";
import { language } from "@/platform/texts/language";
import { passkeys } from "./texts";

/** Makes a new passkey: the device asks for a finger, a face or its PIN. */
export function makePasskey(
  options: Schemas["PasskeyCreationOptions"],
): Promise<Schemas["RegistrationResponse"]> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options);
  return toJson(navigator.credentials.create({ publicKey }));
}

/** Lets a passkey sign; the member chooses which. */
export function signWithPasskey(
  options: Schemas["PasskeyRequestOptions"],
  how: Pick<CredentialRequestOptions, "mediation" | "signal"> = {},
): Promise<Schemas["AuthenticationResponse"]> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
  return toJson(navigator.credentials.get({ ...how, publicKey }));
}

/**
 * @throws Refusal with a sentence for the member, whatever error the device reports
 */
async function toJson<T>(pending: Promise<Credential | null>): Promise<T> {
  try {
    const credential = await pending;
    if (credential) {
      // Not by instanceof: password managers answer with objects of their own.
      return (credential as PublicKeyCredential).toJSON() as T;
    }
  } catch (thrown) {
    throw refused(thrown);
  }
  throw refused(null);
}

function refused(thrown: unknown): Refusal {
  const text = passkeys[language()];
  const why: Record<string, string> = {
    NotAllowedError: text.stopped,
    AbortError: text.stopped,
    InvalidStateError: text.known,
    SecurityError: text.elsewhere,
  };
  const name = thrown instanceof DOMException ? thrown.name : "";
  return new Refusal(0, why[name] ?? text.failed, {}, [], { cause: thrown });
}
