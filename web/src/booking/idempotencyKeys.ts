/**
 * The idempotency keys of requests. The same request sent again, by a second tap or after a lost
 * answer, has the same key, so that the server carries it out once.
 */
export class IdempotencyKeys {
  private body = "";
  private key = "";

  keyFor(body: unknown): string {
    const text = JSON.stringify(body);
    if (text !== this.body) {
      this.body = text;
      this.key = randomKey();
    }
    return this.key;
  }

  /** The next request gets a new key, even if it is equal to the last one. */
  forget(): void {
    this.body = "";
  }
}

/** Browsers offer `crypto.randomUUID` only over TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
