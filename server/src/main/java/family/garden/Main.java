package family.garden;

import family.garden.platform.config.Configuration;
import family.garden.platform.config.InvalidConfiguration;
import family.garden.platform.database.Database;
import family.garden.platform.database.Outage;
import family.garden.platform.database.Schema;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jdbi.v3.core.JdbiException;

/**
 * The commands of the jar: {@code serve} (also without a command), {@code migrate}, {@code demo},
 * and {@code schema}, which needs no database: it prints the schema version that the program
 * migrates the database to, and the oldest version whose programs work with that schema.
 *
 * <p>Exit codes: 0 done, 64 an unknown command, 69 the database is away or its schema does not fit,
 * 78 the configuration is wrong.
 */
@QuarkusMain
public final class Main {
  static final int WRONG_CONFIGURATION = 78;

  private static final Duration DATABASE_TIMEOUT = Duration.ofSeconds(60);

  private Main() {}

  public static void main(String... arguments) {
    String command = arguments.length == 0 ? "serve" : arguments[0];
    try {
      switch (command) {
        case "serve" -> serve();
        case "migrate" -> open(Configuration.load(System.getenv())).close();
        case "demo" -> demo();
        case "schema" ->
            System.out.printf(
                "{\"version\":%d,\"worksFrom\":%d}%n", Schema.VERSION, Schema.WORKS_FROM);
        default ->
            stop(
                64,
                "Unknown command \"" + command + "\"; known are serve, migrate, demo and schema.");
      }
    } catch (InvalidConfiguration e) {
      stop(WRONG_CONFIGURATION, String.valueOf(e.getMessage()));
    } catch (Schema.SchemaException e) {
      stop(69, String.valueOf(e.getMessage()));
    } catch (JdbiException e) {
      stop(69, "Tried to use the database, failed because: " + e.getMessage());
    }
  }

  private static void serve() throws InvalidConfiguration, Schema.SchemaException {
    Configuration configuration = Configuration.load(System.getenv());
    Database database = open(configuration);
    Parts.hand(configuration, database, Clock.system(configuration.zone()));
    System.setProperty("quarkus.http.host", configuration.host());
    System.setProperty("quarkus.http.port", Integer.toString(configuration.port()));
    Ending ending = new Ending();
    Quarkus.run(
        Service.class,
        (exitCode, failure) -> {
          // Closed only now, because requests in flight needed it until here.
          database.close();
          ending.ended(exitCode, failure);
        });
    ending.exit();
  }

  private static void demo() throws InvalidConfiguration, Schema.SchemaException {
    Map<String, String> environment = new HashMap<>(System.getenv());
    environment.put("BOOKING_MANAGEMENT_PORT", "0");
    Configuration configuration = Configuration.load(environment);
    // The clock is some days slow, so that some of the demo's bookings are in the past.
    Clock daysAgo = Clock.offset(Clock.system(configuration.zone()), Demo.AGE.negated());
    Parts.hand(configuration, open(configuration), daysAgo);
    System.setProperty("quarkus.http.host-enabled", "false");
    Quarkus.run(Demo.class);
  }

  /** Opens the database, waiting while it starts, and migrates its schema. */
  private static Database open(Configuration configuration) throws Schema.SchemaException {
    Database database = new Database(configuration.database());
    Instant giveUp = Instant.now().plus(DATABASE_TIMEOUT);
    boolean reported = false;
    while (true) {
      try {
        int found = Schema.bringUpToDate(database, configuration.database());
        if (found > Schema.VERSION) {
          System.out.printf(
              "The database is of schema version %d, which still suits this program of version %d.%n",
              found, Schema.VERSION);
        }
        return database;
      } catch (JdbiException e) {
        if (!Outage.isBehind(e) || Instant.now().isAfter(giveUp)) {
          database.close();
          throw e;
        }
        if (!reported) {
          System.out.println("Waiting for the database: " + e.getMessage());
          reported = true;
        }
        LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
      }
    }
  }

  private static void stop(int exitCode, String why) {
    System.err.println(why);
    System.exit(exitCode);
  }
}
