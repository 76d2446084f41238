package family.garden.platform.database;

import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Tells an outage of the database (away, starting, full, overloaded) from a fault of this program.
 */
public final class Outage {
  private Outage() {}

  /**
   * Whether an outage of the database caused {@code failure}, so that the same call may succeed
   * later. By SQLSTATE class (PostgreSQL manual, appendix A): 08 connection, 53 out of disk, memory
   * or connections, 57 shutting down or cancelled, 58 I/O, 40 serialization or deadlock; 99999 is
   * the driver's own, for an attempt to connect that timed out.
   */
  public static boolean isBehind(@Nullable Throwable failure) {
    return isBehind(failure, Outage::isOutage);
  }

  /**
   * Whether the database did not answer, or no connection could be opened. An error that the
   * database reports itself, such as a statement timeout or a deadlock, is an answer.
   */
  static boolean isUnanswered(Throwable failure) {
    return isBehind(failure, Outage::isOfTheConnection);
  }

  private static boolean isBehind(@Nullable Throwable failure, Predicate<SQLException> kind) {
    for (Throwable t = failure; t != null; t = t.getCause()) {
      if (t instanceof SQLException sql && kind.test(sql)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOutage(SQLException failure) {
    String state = failure.getSQLState();
    return isOfTheConnection(failure)
        || state.startsWith("53")
        || state.startsWith("57")
        || state.startsWith("58")
        || state.startsWith("40");
  }

  private static boolean isOfTheConnection(SQLException failure) {
    String state = failure.getSQLState();
    // Agroal reports an exhausted or closed pool without a state.
    return failure instanceof SQLTimeoutException
        || state == null
        || state.startsWith("08")
        || state.equals("99999");
  }
}
