package family.garden.contract;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** An empty database with its own user, who owns nothing else. */
public record FreshDatabase(String jdbcUrl, String user, String password) {
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(jdbcUrl, user, password);
  }
}
