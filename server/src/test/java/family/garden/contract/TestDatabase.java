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

/**
 * A real PostgreSQL: the one that all tests of this JVM share, or a separate one that a test may
 * stop.
 */
public final class TestDatabase implements AutoCloseable {
  private static @Nullable TestDatabase shared;

  private final @Nullable Path folder;
  private final int port;
  private @Nullable EmbeddedPostgres engine;

  private TestDatabase(@Nullable Path folder, int port) throws IOException {
    this.folder = folder;
    this.port = port;
    this.engine = boot();
  }

  /** The shared one, which starts with the first call and ends with the JVM. */
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

  /** A separate one, which has the same port and data after {@link #stop} and {@link #start}. */
  public static TestDatabase own() throws IOException {
    return new TestDatabase(Files.createTempDirectory("garden-database"), FreePorts.one());
  }

  private EmbeddedPostgres boot() throws IOException {
    EmbeddedPostgres.Builder builder =
        EmbeddedPostgres.builder().setPort(port).setServerConfig("max_connections", "200");
    if (folder != null) {
      builder.setDataDirectory(folder.resolve("data")).setCleanDataDirectory(false);
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
    if (folder == null) {
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

  /** Stops one of {@link #own} and deletes its data; does nothing to the shared one. */
  @Override
  public void close() throws IOException {
    if (folder == null) {
      return;
    }
    if (engine != null) {
      stop();
    }
    Folders.delete(folder);
  }
}
