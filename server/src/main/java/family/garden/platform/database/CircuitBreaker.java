package family.garden.platform.database;

import java.sql.SQLTimeoutException;
import java.time.Duration;
import org.jdbi.v3.core.ConnectionException;

/**
 * Fails calls at once while the database hangs. When one caller has waited in vain for more than a
 * second, the breaker opens for a second: callers that come meanwhile, or were waiting for their
 * turn, get an error at once instead of waiting as long again.
 */
final class CircuitBreaker {
  private static final long SLOW_NANOS = Duration.ofSeconds(1).toNanos();
  private static final long OPEN_NANOS = Duration.ofSeconds(1).toNanos();

  private volatile long openUntil = System.nanoTime();

  /** A call to the database. */
  @FunctionalInterface
  interface Call<R, X extends Exception> {
    R run() throws X;
  }

  /**
   * The result of {@code call}.
   *
   * @throws ConnectionException without having run it, while the breaker is open
   */
  <R, X extends Exception> R run(Call<R, X> call) throws X {
    if (System.nanoTime() - openUntil < 0) {
      throw new ConnectionException(
          new SQLTimeoutException("The database did not answer an earlier call in time"));
    }
    long started = System.nanoTime();
    try {
      return call.run();
    } catch (Exception e) {
      long now = System.nanoTime();
      if (now - started > SLOW_NANOS && Outage.isUnanswered(e)) {
        openUntil = now + OPEN_NANOS;
      }
      throw e;
    }
  }
}
