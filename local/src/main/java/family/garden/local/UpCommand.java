package family.garden.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code up}: starts the service, also from an empty folder, and stops it on Ctrl-C. */
@Command(
    name = "up",
    customSynopsis = "./booking up [--port 8080] [--data ./data] [--demo]",
    description = "Starts Booking with a database of its own. Ctrl-C stops it.",
    sortOptions = false)
final class UpCommand {
  /** The exit code of a JVM that Ctrl-C ended. */
  private static final int INTERRUPTED = 130;

  @Option(
      names = "--port",
      paramLabel = "8080",
      description = "Where it serves (1-65535; default $${BOOKING_PORT}, else 8080).",
      defaultValue = "${env:BOOKING_PORT:-8080}")
  private int port = 8080;

  @Option(
      names = "--data",
      paramLabel = "./data",
      description = "The folder that keeps everything (default: data beside ./booking).")
  private @Nullable Path data;

  @Option(names = "--demo", description = "Fills it with a garden, people and bookings to try.")
  private boolean demo;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Shows this.")
  @SuppressWarnings("unused") // picocli looks for it
  private boolean help;

  /** Problems of the options that picocli does not find. */
  List<String> problems() {
    List<String> problems = new ArrayList<>();
    if (port < 1 || port > 65535) {
      problems.add("Invalid value for option '--port': " + port + " is not within 1-65535");
    }
    return problems;
  }

  /**
   * Returns when the service has ended by itself.
   *
   * @param serverCommand the server without a command of the jar
   */
  void run(Path home, List<String> serverCommand, Shutdown shutdown) {
    ServerEnvironment environment = new ServerEnvironment(System.getenv());
    DataFolder folder = new DataFolder(data == null ? home.resolve("data") : data);

    shutdown.step(folder::open, folder::close);
    shutdown.step(() -> ServerProcess.stopOrphan(folder), () -> {});
    Secrets secrets = new Secrets(folder);
    EmbeddedDatabase database =
        environment.bringsDatabase()
            ? null
            : new EmbeddedDatabase(folder, PostgresBinaries.unpack());
    if (database != null) {
      shutdown.step(database::stopOrphan, () -> {});
    }
    Ports.requireFree(environment.host(), port);
    if (environment.needsSecret()) {
      environment.secret(secrets.file("secret"));
    }
    if (database != null) {
      Path password = secrets.file("database-password");
      shutdown.step(() -> database.prepare(password), () -> {});
      shutdown.step(database::start, database::stop);
      environment.embeddedDatabase(database.url(), EmbeddedDatabase.USER, password);
    }
    environment.port(port);
    environment.web(home.resolve("web/out"));

    ServerProcess server = new ServerProcess(serverCommand, environment.asMap(), folder);
    if (demo) {
      runToEnd(server, "migrate", shutdown);
      runToEnd(server, "demo", shutdown);
    }
    serve(server, environment, database, shutdown);
  }

  private static void runToEnd(ServerProcess server, String command, Shutdown shutdown) {
    shutdown.step(() -> server.start(command), server::stop);
    int exitCode = server.process().onExit().join().exitValue();
    if (exitCode != 0) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to run the server's \"%s\", failed because it ended with exit code %d. What it printed above says why."
              .formatted(command, exitCode));
    }
  }

  private void serve(
      ServerProcess server,
      ServerEnvironment environment,
      @Nullable EmbeddedDatabase database,
      Shutdown shutdown) {
    shutdown.step(() -> server.start("serve"), server::stop);
    if (Readiness.await(server.process(), environment.localAddress(port))) {
      tellAddresses(environment);
    }
    CompletableFuture<?> serverEnd = server.process().onExit();
    CompletableFuture<?> databaseEnd =
        database == null ? new CompletableFuture<>() : database.end();
    CompletableFuture.anyOf(serverEnd, databaseEnd).join();
    if (database != null && databaseEnd.isDone()) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "PostgreSQL ended by itself, so the server is stopped too. Its log says last:%n%s"
              .formatted(database.lastLog()));
    }
    int exitCode = server.process().exitValue();
    // Ctrl-C reaches both processes; the server may end before the signal handler here runs.
    if (exitCode != INTERRUPTED) {
      throw new LauncherException(
          exitCode == 0 ? LauncherException.UNAVAILABLE : exitCode,
          "The server ended by itself with exit code %d. What it printed above says why."
              .formatted(exitCode));
    }
  }

  private void tellAddresses(ServerEnvironment environment) {
    System.out.println("Booking is ready: " + environment.localAddress(port));
    for (String address : Ports.reachableAddresses(port)) {
      System.out.printf("From a phone in the same network: http://%s:%d%n", address, port);
    }
    System.out.println("Ctrl-C stops it.");
  }
}
