package family.garden.booking;

import family.garden.platform.http.Refusal;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.function.Supplier;

/** Counts attempts to book and those that failed through no fault of the caller. */
@Singleton
public final class BookingMetrics {
  private final Counter attempts;
  private final Counter errors;

  BookingMetrics(MeterRegistry registry) {
    this.attempts = registry.counter("booking.creation.attempts");
    this.errors = registry.counter("booking.creation.errors");
  }

  /** Counts one attempt. */
  public <T> T counted(Supplier<T> creation) {
    attempts.increment();
    try {
      return creation.get();
    } catch (Refusal refusal) {
      throw refusal;
    } catch (RuntimeException failure) {
      errors.increment();
      throw failure;
    }
  }
}
