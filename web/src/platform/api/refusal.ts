import { language } from "@/platform/texts/language";
import { texts } from "@/platform/texts/texts";

const words = texts(
  {
    unreachable:
      "Der Garten ist gerade nicht zu erreichen. Bitte die Verbindung prüfen und noch einmal versuchen.",
    unexpected: (status: number) =>
      `Das hat nicht geklappt (Fehler ${status}). Bitte später noch einmal versuchen.`,
  },
  {
    unreachable: "The garden cannot be reached. Please check the connection and try again.",
    unexpected: (status: number) => `That did not work (error ${status}). Please try again later.`,
  },
);

/** Why the server refused a request or did not answer, with a message for the member. */
export class Refusal extends Error {
  constructor(
    /** The HTTP status; 0 if there was no answer at all. */
    readonly status: number,
    message: string,
    /** The messages for each field. */
    readonly errors: Readonly<Record<string, readonly string[]>> = {},
    /** The full nights, if those are the reason. */
    readonly nights: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = "Refusal";
  }
}

export function unreachable(cause: unknown): Refusal {
  return new Refusal(0, words[language()].unreachable, {}, [], { cause });
}

/** Reads a problem document (RFC 9457); the error page of a proxy has none. */
export function refusalOf(response: Response, body: unknown): Refusal {
  const problem = (typeof body === "object" && body !== null ? body : {}) as {
    detail?: string;
    errors?: Record<string, string[]>;
    nights?: string[];
  };
  return new Refusal(
    response.status,
    problem.detail || words[language()].unexpected(response.status),
    problem.errors,
    problem.nights,
  );
}

export function asRefusal(thrown: unknown): Refusal {
  return thrown instanceof Refusal ? thrown : unreachable(thrown);
}
