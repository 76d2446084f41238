import createClient from "openapi-fetch";
import { language } from "@/platform/texts/language";
import { refusalOf, unreachable } from "./refusal";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

const TIMEOUT_MS = 30_000;

/** Calls the server that sent this page. The browser stores nothing but the session cookie. */
export const api = createClient<paths>({
  baseUrl: "/",
  fetch: (request) =>
    fetch(new Request(request, { signal: AbortSignal.timeout(TIMEOUT_MS), cache: "no-store" })),
});

api.use({
  onRequest: ({ request }) => {
    request.headers.set("Accept-Language", language());
  },
});

type Answer<T> = { data?: T; error?: unknown; response: Response };

/**
 * Awaits a call and returns the body of the answer.
 *
 * @throws Refusal with the server's message, or with one of ours if the server cannot be reached
 */
export async function ask<T>(call: Promise<Answer<T>>): Promise<T> {
  return (await askWhole(call)).data;
}

/** The body of the answer with its headers, for callers that need the ETag. */
export async function askWhole<T>(
  call: Promise<Answer<T>>,
): Promise<{ data: T; response: Response }> {
  let answer: Answer<T>;
  try {
    answer = await call;
  } catch (cause) {
    throw unreachable(cause);
  }
  if (!answer.response.ok) {
    throw refusalOf(answer.response, answer.error);
  }
  return { data: answer.data as T, response: answer.response };
}
