package family.garden.platform.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jdbi.v3.core.ConnectionException;
import org.jspecify.annotations.Nullable;

/**
 * A database that hangs, rather than being away, lets everybody wait until patience ends. Once it
 * has done so to one, nobody asks for a second: who stood in line behind is told at once, instead
 * of waiting as long again.
 */
final class Silence {
  private static final long LONG = Duration.ofSeconds(1).toNanos();
  private static final long LASTS = Duration.ofSeconds(1).toNanos();

  private final AtomicLong end = new AtomicLong(System.nanoTime());

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
    if (System.nanoTime() - end.get() < 0) {
      throw new ConnectionException(new SQLTimeoutException("It let others wait in vain just now"));
    }
    long asked = System.nanoTime();
    try {
      return question.ask();
    } catch (Exception e) {
      long now = System.nanoTime();
      if (now - asked > LONG && isUnanswered(e)) {
        end.set(now + LASTS);
      }
      throw e;
    }
  }

  /**
   * Nothing came, or no connection was to be had. What the database said itself, of a statement
   * that took too long or of two that waited for each other, is an answer.
   */
  private static boolean isUnanswered(@Nullable Throwable failure) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql) {
        return Outage.isOfTheConnection(sql);
      }
    }
    return false;
  }
}
