package family.garden.platform.http;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call that the server refuses: the status, a sentence for the caller and, if fields caused it,
 * sentences about each.
 */
public final class Refusal extends RuntimeException {
  private final int status;
  private final Text detail;
  private final Map<String, List<Text>> errors;
  private final List<LocalDate> nights;
  private final @Nullable Duration retryAfter;

  private Refusal(
      int status,
      Text detail,
      Map<String, List<Text>> errors,
      List<LocalDate> nights,
      @Nullable Duration retryAfter) {
    // A refusal is an answer, not a fault: no stack trace is collected.
    super(detail.key(), null, false, false);
    this.status = status;
    this.detail = detail;
    this.errors = errors;
    this.nights = nights;
    this.retryAfter = retryAfter;
  }

  private static Refusal of(int status, Text detail) {
    return new Refusal(status, detail, Map.of(), List.of(), null);
  }

  /** 400: the request breaks rules; {@code errors} says which fields and why. */
  public static Refusal invalid(Map<String, List<Text>> errors) {
    return new Refusal(400, Text.of("refused.invalid"), errors, List.of(), null);
  }

  /** 400 because of one field. */
  public static Refusal invalid(String field, Text why) {
    return invalid(Map.of(field, List.of(why)));
  }

  /** 401: nobody is logged in, or the session has ended. */
  public static Refusal unauthenticated() {
    return of(401, Text.of("refused.unauthenticated"));
  }

  /** 401 for a log-in that failed, whatever the cause. */
  public static Refusal loginFailed() {
    return of(401, Text.of("refused.login"));
  }

  /** 401 for a log-in by a passkey that failed, whatever the cause. */
  public static Refusal passkeyFailed() {
    return of(401, Text.of("refused.passkey"));
  }

  /** 403 for a log-in with the right password of somebody who needs a passkey too. */
  public static Refusal passkeyNeeded() {
    Text why = Text.of("refused.passkeyNeeded");
    return new Refusal(403, why, Map.of("passkey", List.of(why)), List.of(), null);
  }

  /** 403: the caller may not do this. */
  public static Refusal forbidden(Text why) {
    return of(403, why);
  }

  /** 404: the thing does not exist, or the caller may not know that it does. */
  public static Refusal notFound() {
    return of(404, Text.of("refused.notFound"));
  }

  /** 409: not possible in the current state. */
  public static Refusal conflict(Text why) {
    return of(409, why);
  }

  /** 409 because of a field and nights. */
  public static Refusal conflict(String field, Text why, List<LocalDate> nights) {
    return new Refusal(409, why, Map.of(field, List.of(why)), List.copyOf(nights), null);
  }

  /** 412: the caller's version is out of date. */
  public static Refusal stale() {
    return of(412, Text.of("refused.stale"));
  }

  /** 428: the call does not name the version that it is about. */
  public static Refusal versionMissing() {
    return of(428, Text.of("refused.versionMissing"));
  }

  /** 422: an idempotency key was used again for something else. */
  public static Refusal keyReused() {
    return of(422, Text.of("refused.keyReused"));
  }

  /** 429: too many attempts; {@code wait} until the next is worth making. */
  public static Refusal tooMany(Duration wait) {
    long minutes = Math.max(1, wait.plusSeconds(59).toMinutes());
    return new Refusal(429, Text.of("refused.tooMany", minutes), Map.of(), List.of(), wait);
  }

  /** Like {@link #tooMany(Duration)}, with a sentence of its own. */
  public static Refusal tooMany(Text why, Duration wait) {
    return new Refusal(429, why, Map.of(), List.of(), wait);
  }

  /** 503: a part is unavailable; the same call may succeed later. */
  public static Refusal unavailable() {
    return new Refusal(
        503, Text.of("refused.unavailable"), Map.of(), List.of(), Duration.ofSeconds(5));
  }

  public int status() {
    return status;
  }

  public Text detail() {
    return detail;
  }

  public Map<String, List<Text>> errors() {
    return errors;
  }

  /** The nights that caused the refusal, in order; empty if none did. */
  public List<LocalDate> nights() {
    return nights;
  }

  public @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
