package family.garden.booking;

import family.garden.platform.database.Outage;
import family.garden.platform.http.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Counts attempts to book, those that failed through no fault of the caller, and why. */
@Startup // counters exist before the first failure
@Singleton
public final class BookingMetrics {
  /** Why an attempt made no booking. */
  private enum Cause {
    /** Beds are taken, or nights unavailable. */
    FULL,
    /** A rule is broken, or the request is not one. */
    INVALID,
    FORBIDDEN,
    /** Refused for another reason, such as an idempotency key used twice. */
    CONFLICT,
    /** PostgreSQL did not answer or could not do it. */
    DATABASE,
    /** A fault of this program. */
    FAULT;

    static Cause of(RuntimeException failure) {
      if (failure instanceof Refusal refusal) {
        return switch (refusal.status()) {
          case 400 -> INVALID;
          case 401, 403 -> FORBIDDEN;
          case 503 -> DATABASE;
          default -> refusal.nights().isEmpty() ? CONFLICT : FULL;
        };
      }
      return Outage.isBehind(failure) ? DATABASE : FAULT;
    }
  }

  private final Counter attempts;
  private final Counter errors;
  private final Map<Cause, Counter> failures = new EnumMap<>(Cause.class);

  BookingMetrics(MeterRegistry registry) {
    this.attempts = registry.counter("booking.creation.attempts");
    this.errors = registry.counter("booking.creation.errors");
    for (Cause cause : Cause.values()) {
      failures.put(
          cause,
          registry.counter(
              "booking.creation.failures", "cause", cause.name().toLowerCase(Locale.ROOT)));
    }
  }

  /** Counts one attempt. */
  public <T> T counted(Supplier<T> creation) {
    attempts.increment();
    try {
      return creation.get();
    } catch (Refusal refusal) {
      count(refusal);
      throw refusal;
    } catch (RuntimeException failure) {
      errors.increment();
      count(failure);
      throw failure;
    }
  }

  private void count(RuntimeException failure) {
    Counter counter = failures.get(Cause.of(failure));
    if (counter != null) {
      counter.increment();
    }
  }
}
