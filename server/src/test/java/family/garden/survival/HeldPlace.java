package family.garden.survival;

import static org.awaitility.Awaitility.await;

import family.garden.contract.FreshDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;

/** A place whose row is locked: bookings there wait until it is unlocked. */
final class HeldPlace implements AutoCloseable {
  private static final String WAITING =
      "SELECT pid FROM pg_stat_activity WHERE datname = current_database()"
          + " AND wait_event_type = 'Lock'";

  private final Connection connection;
  private final Books books;

  HeldPlace(FreshDatabase database, UUID place) throws SQLException {
    connection = database.connect();
    books = new Books(database);
    connection.setAutoCommit(false);
    try (PreparedStatement lock =
        connection.prepareStatement("SELECT 1 FROM accommodation WHERE id = ? FOR UPDATE")) {
      lock.setObject(1, place);
      lock.execute();
    }
  }

  /** Waits until so many calls wait for this place. */
  void awaitWaiting(int calls) {
    await().atMost(Duration.ofSeconds(10)).until(() -> books.column(WAITING).size() >= calls);
  }

  void letGo() throws SQLException {
    connection.rollback();
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
