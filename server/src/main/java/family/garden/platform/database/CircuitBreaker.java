package family.garden.platform.database;

import java.sql.SQLTimeoutException;
import java.time.Duration;
import org.jdbi.v3.core.ConnectionException;

/**
 * A database that hangs, rather than being away, lets everybody wait until patience ends. Once it
 * has done so to one, nobody asks for a second: who stood in line behind is told at once, instead
 * of waiting as long again.
 */
final class CircuitBreaker {
  private static final long LONG = Duration.ofSeconds(1).toNanos();
  private static final long LASTS = Duration.ofSeconds(1).toNanos();

  private volatile long end = System.nanoTime();

  /** Something asked of the database. */
  @FunctionalInterface
  interface Question<R, X extends Exception> {
    R ask() throws X;
  }

  /**
   * The answer.
   *
   * @throws ConnectionException without having asked, while the silence lasts
   */
  <R, X extends Exception> R unlessSilent(Question<R, X> question) throws X {
    if (System.nanoTime() - end < 0) {
      throw new ConnectionException(new SQLTimeoutException("It let others wait in vain just now"));
    }
    long asked = System.nanoTime();
    try {
      return question.ask();
    } catch (Exception e) {
      long now = System.nanoTime();
      if (now - asked > LONG && Outage.isUnanswered(e)) {
        end = now + LASTS;
      }
      throw e;
    }
  }
}
