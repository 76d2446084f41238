package family.garden.bench;

import family.garden.bench.abuse.Target;
import family.garden.local.DataFolder;
import family.garden.local.EmbeddedDatabase;
import family.garden.local.PostgresBinaries;
import family.garden.local.Secrets;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The packaged server in its 144 MB, where this machine lets us set such a limit. */
final class AttackedServer extends Attacked {
  private static final int MEGABYTES = 144;
  private static final String ADMIN = "bench@garden.example";
  private static final String PASSWORD = "as fast as the garden grows";

  private final Path app;
  private final DataFolder folder;
  private final EmbeddedDatabase database;
  private final @Nullable MemoryLimit limit;
  private final Server server;
  private final String token;

  AttackedServer(Path home) {
    app = home.resolve("server/target/quarkus-app").toAbsolutePath();
    Path work = home.resolve("bench/target/abuse-" + ProcessHandle.current().pid());
    folder = new DataFolder(work);
    folder.open();
    Secrets secrets = new Secrets(folder);
    // Both are there before the database: later ones would not belong to it.
    Path secret = secrets.file("secret");
    Path password = secrets.file("database-password");
    database = new EmbeddedDatabase(folder, PostgresBinaries.unpack());
    database.prepare(password);
    database.start();
    Optional<MemoryLimit> made = MemoryLimit.of(MEGABYTES);
    limit = made.orElse(null);
    Server.Launch launch =
        new Server.Launch(
            new Tools(Set.of("taskset")), app, environment(secret, password), List.of());
    try {
      server =
          launch.start(made.map(each -> each.around(launch.command())).orElse(launch.command()));
      token = Server.logIn(ADMIN, PASSWORD);
    } catch (Failure e) {
      database.stop();
      folder.close();
      throw e;
    }
  }

  private Map<String, String> environment(Path secret, Path password) {
    Map<String, String> environment = new TreeMap<>();
    environment.put("BOOKING_DATABASE_URL", database.url());
    environment.put("BOOKING_DATABASE_USER", EmbeddedDatabase.USER);
    environment.put("BOOKING_DATABASE_PASSWORD_FILE", password.toString());
    environment.put("BOOKING_SECRET_FILE", secret.toString());
    environment.put("BOOKING_PORT", Integer.toString(Server.PORT));
    environment.put("BOOKING_MANAGEMENT_PORT", Integer.toString(Server.PORT + 1));
    environment.put("BOOKING_ADMIN_EMAIL", ADMIN);
    environment.put("BOOKING_ADMIN_PASSWORD", PASSWORD);
    environment.put("BOOKING_TRUSTED_PROXIES", "127.0.0.1,::1");
    environment.put("MALLOC_ARENA_MAX", "1");
    return environment;
  }

  @Override
  Target target() {
    return new Target(Server.PORT, null);
  }

  @Override
  String token() {
    return token;
  }

  @Override
  String memory() {
    return server.isAlive() ? server.memory().describe() : "ended";
  }

  @Override
  long ends() {
    return (server.isAlive() ? 0 : 1) + (limit == null ? 0 : limit.killed());
  }

  @Override
  long logLines() {
    try (Stream<String> lines = Files.lines(app.resolveSibling("bench-server.log"))) {
      return lines.count();
    } catch (IOException e) {
      throw new Failure("Tried to read the server's log, failed: " + e.getMessage());
    }
  }

  @Override
  URI metrics() {
    return URI.create("http://localhost:%d/metrics".formatted(Server.PORT + 1));
  }

  @Override
  public void close() {
    try {
      server.close();
    } finally {
      database.stop();
      folder.close();
      if (limit != null) {
        limit.close();
      }
    }
  }
}
