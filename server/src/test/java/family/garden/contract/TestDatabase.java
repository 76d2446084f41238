package family.garden.contract;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A real PostgreSQL: one that all tests of this JVM share, or an own one that may be stopped. */
public final class TestDatabase implements AutoCloseable {
  private static @Nullable TestDatabase shared;

  private final @Nullable Path kept;
  private final int port;
  private @Nullable EmbeddedPostgres engine;

  private TestDatabase(@Nullable Path kept, int port) throws IOException {
    this.kept = kept;
    this.port = port;
    this.engine = boot();
  }

  /** The one of this JVM, started at the first call. It ends with the JVM. */
  public static synchronized TestDatabase shared() {
    TestDatabase running = shared;
    if (running == null) {
      try {
        running = new TestDatabase(null, FreePorts.one());
      } catch (IOException e) {
        throw new UncheckedIOException("Tried to start PostgreSQL", e);
      }
      shared = running;
    }
    return running;
  }

  /** One of its own, which keeps its port and its data over {@link #stop} and {@link #start}. */
  public static TestDatabase own() throws IOException {
    return new TestDatabase(Files.createTempDirectory("garden-database"), FreePorts.one());
  }

  private EmbeddedPostgres boot() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setPort(port).setServerConfig("max_connections", "200");
    if (kept != null) {
      builder.setDataDirectory(kept.resolve("data")).setCleanDataDirectory(false);
    }
    return builder.start();
  }

  /** A new, empty database with a user of its own. */
  public FreshDatabase fresh() {
    EmbeddedPostgres running = running();
    String name = "garden_" + UUID.randomUUID().toString().replace("-", "");
    try (Connection connection = running.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute("CREATE ROLE %1$s LOGIN PASSWORD '%1$s'".formatted(name));
      statement.execute("CREATE DATABASE %1$s OWNER %1$s".formatted(name));
    } catch (SQLException e) {
      throw new IllegalStateException("Tried to create a database", e);
    }
    return new FreshDatabase("jdbc:postgresql://localhost:%d/%s".formatted(port, name), name, name);
  }

  private EmbeddedPostgres running() {
    if (engine == null) {
      throw new IllegalStateException("The database is stopped");
    }
    return engine;
  }

  /** Stops the database and cuts its connections. Only for a database of {@link #own}. */
  public void stop() throws IOException {
    if (kept == null) {
      throw new IllegalStateException("Others use the shared database; take TestDatabase.own()");
    }
    running().close();
    engine = null;
  }

  /** Starts it again on the same port with the same data. */
  public void start() throws IOException {
    if (engine != null) {
      throw new IllegalStateException("The database runs already");
    }
    engine = boot();
  }

  /** Ends one of {@link #own} and throws its data away; the shared one lives on. */
  @Override
  public void close() throws IOException {
    if (kept == null) {
      return;
    }
    if (engine != null) {
      stop();
    }
    Folders.delete(kept);
  }
}
