import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Refusal } from "@/platform/api/refusal";
import { signWithPasskey } from "./ceremony";

const OPTIONS = {
  challenge: "AAAA",
  timeout: 300_000,
  rpId: "localhost",
  allowCredentials: [],
  userVerification: "required" as const,
};

const get = vi.fn();

beforeEach(() => {
  localStorage.clear();
  vi.stubGlobal("PublicKeyCredential", { parseRequestOptionsFromJSON: (json: unknown) => json });
  vi.stubGlobal("navigator", { credentials: { get } });
});

afterEach(() => vi.unstubAllGlobals());

test("hands on what the device signed, as JSON", async () => {
  get.mockResolvedValue({ toJSON: () => ({ id: "key" }) });
  await expect(signWithPasskey(OPTIONS)).resolves.toEqual({ id: "key" });
  expect(get).toHaveBeenCalledWith({ publicKey: OPTIONS });
});

test.each([
  ["NotAllowedError", "abgebrochen"],
  ["SecurityError", "Adresse"],
  ["UnknownError", "nicht geklappt"],
])("says in words what %s means", async (name, words) => {
  get.mockRejectedValue(new DOMException("technical words", name));
  const thrown: unknown = await signWithPasskey(OPTIONS).catch((error: unknown) => error);
  expect(thrown).toBeInstanceOf(Refusal);
  expect((thrown as Refusal).message).toContain(words);
});

test("takes no answer for a failure", async () => {
  get.mockResolvedValue(null);
  await expect(signWithPasskey(OPTIONS)).rejects.toBeInstanceOf(Refusal);
});
