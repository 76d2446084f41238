package family.garden.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database that nobody else uses, of a user who owns it and nothing more. */
public record FreshDatabase(String jdbcUrl, String user, String password) {
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }
}
