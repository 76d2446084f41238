package family.garden.contract.garden;

import family.garden.contract.FreshDatabase;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads and changes the tables directly, for example to move times into the past. */
public final class Sql {
  private final FreshDatabase database;

  Sql(FreshDatabase database) {
    this.database = database;
  }

  /** Runs a statement; returns the number of changed rows. */
  public int run(String statement, @Nullable Object... arguments) {
    try (Connection connection = database.connect();
        PreparedStatement prepared = prepare(connection, statement, arguments)) {
      return prepared.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("Tried " + statement, e);
    }
  }

  /** The first column of every row, as text; SQL's null becomes "null". */
  public List<String> column(String query, @Nullable Object... arguments) {
    try (Connection connection = database.connect();
        PreparedStatement prepared = prepare(connection, query, arguments);
        ResultSet rows = prepared.executeQuery()) {
      List<String> column = new ArrayList<>();
      while (rows.next()) {
        column.add(String.valueOf(rows.getString(1)));
      }
      return column;
    } catch (SQLException e) {
      throw new IllegalStateException("Tried " + query, e);
    }
  }

  /** The first column of the first row, as text. */
  public String one(String query, @Nullable Object... arguments) {
    return column(query, arguments).getFirst();
  }

  /** Every row of every table as text; bytes are in hexadecimal. */
  public String everything() {
    StringBuilder all = new StringBuilder();
    for (String table :
        column("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename")) {
      column("SELECT t::text FROM \"" + table + "\" t")
          .forEach(row -> all.append(table).append(' ').append(row).append('\n'));
    }
    return all.toString();
  }

  private static PreparedStatement prepare(
      Connection connection, String statement, @Nullable Object... arguments) throws SQLException {
    PreparedStatement prepared = connection.prepareStatement(statement);
    for (int i = 0; i < arguments.length; i++) {
      prepared.setObject(i + 1, arguments[i]);
    }
    return prepared;
  }
}
