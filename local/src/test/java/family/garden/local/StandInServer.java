package family.garden.local;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * Behaves towards its supervisor as the server does: the same commands, environment and health
 * address. Each start of it leaves one row in the database.
 */
final class StandInServer {
  private StandInServer() {}

  public static void main(String... arguments) throws Exception {
    String command = arguments[0];
    System.out.println("stand-in: " + command);
    if (!command.equals("serve")) {
      return;
    }
    Map<String, String> environment = System.getenv();
    String behaviour = environment.getOrDefault("STAND_IN", "");
    if (behaviour.equals("fail")) {
      System.exit(3);
    }
    System.out.println("stand-in: database " + environment.get("BOOKING_DATABASE_URL"));
    System.out.println("stand-in: management port " + environment.get("BOOKING_MANAGEMENT_PORT"));
    if (!behaviour.equals("without database")) {
      greetDatabase();
      Runtime.getRuntime().addShutdownHook(new Thread(StandInServer::sayGoodbye));
    }
    HttpServer server =
        HttpServer.create(
            new InetSocketAddress(Integer.parseInt(environment.get("BOOKING_PORT"))), 0);
    server.createContext(
        "/api/health/ready",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    server.start();
  }

  private static void greetDatabase() throws IOException, SQLException {
    try (Connection connection = connect();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE TABLE IF NOT EXISTS visit (day date)");
      statement.execute("INSERT INTO visit VALUES (current_date)");
      for (String question :
          new String[] {
            "SELECT 'visits ' || count(*) FROM visit",
            "SELECT 'checksums ' || current_setting('data_checksums')",
            "SELECT 'fsync ' || current_setting('fsync')",
            "SELECT 'encoding ' || current_setting('server_encoding')",
            "SELECT 'superuser ' || rolsuper FROM pg_roles WHERE rolname = current_user",
            "SELECT 'listens on ' || current_setting('listen_addresses')"
          }) {
        try (ResultSet answer = statement.executeQuery(question)) {
          answer.next();
          System.out.println("stand-in: " + answer.getString(1));
        }
      }
    }
  }

  private static void sayGoodbye() {
    try (Connection connection = connect()) {
      System.out.println("stand-in: stopped, database up " + connection.isValid(1));
    } catch (IOException | SQLException e) {
      System.out.println("stand-in: stopped, database up false");
    }
  }

  private static Connection connect() throws IOException, SQLException {
    Map<String, String> environment = System.getenv();
    return DriverManager.getConnection(
        environment.get("BOOKING_DATABASE_URL"),
        environment.get("BOOKING_DATABASE_USER"),
        Files.readString(
            Path.of(environment.get("BOOKING_DATABASE_PASSWORD_FILE")), StandardCharsets.UTF_8));
  }
}
