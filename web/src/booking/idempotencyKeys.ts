/**
 * A key for each thing that is sent: the same thing sent again, by a nervous finger or after a lost
 * answer, carries the same key and is done once.
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

  /** What is sent next is meant anew, also if it looks the same. */
  forget(): void {
    this.body = "";
  }
}

/** `crypto.randomUUID` is missing where the garden is reached without TLS. */
function randomKey(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
    byte.toString(16).padStart(2, "0"),
  ).join("");
}
