package family.garden.survival;

import family.garden.contract.FreshDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/** Reads the database directly. */
record Books(FreshDatabase database) {
  private static final String OVERFULL =
      """
      SELECT i.accommodation_id || ' ' || night::date
      FROM booking b
      JOIN booking_item i ON i.booking_id = b.id
      JOIN accommodation a ON a.id = i.accommodation_id
      CROSS JOIN generate_series(b.start_date, b.end_date - 1, interval '1 day') night
      WHERE b.status IN ('Pending', 'Accepted')
      GROUP BY i.accommodation_id, night, a.max_capacity
      HAVING sum(i.person_count) > a.max_capacity
      """;

  /** Places and nights with more persons than beds. */
  List<String> overfullNights() throws SQLException {
    return column(OVERFULL);
  }

  List<String> bookingIds() throws SQLException {
    return column("SELECT id FROM booking");
  }

  /** The first column of what {@code query} finds, as text. */
  List<String> column(String query) throws SQLException {
    try (Connection connection = database.connect();
        Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      List<String> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    }
  }

  void execute(String statement) throws SQLException {
    try (Connection connection = database.connect();
        Statement prepared = connection.createStatement()) {
      prepared.execute(statement);
    }
  }
}
