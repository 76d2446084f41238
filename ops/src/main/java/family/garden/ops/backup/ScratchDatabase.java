package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.database.Fingerprint;
import family.garden.ops.database.Postgres;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Command;
import family.garden.ops.process.Pipeline;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A database beside the live one, of the same image, in a container that reaches nothing. */
final class ScratchDatabase implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration SHORT = Duration.ofSeconds(60);

  private final Settings settings;
  private final String image;
  private final String volume;
  private final String data;
  private final Use use;
  private final SandboxContainer container;

  /**
   * How a scratch database is used.
   *
   * @param postgres settings that go with it
   * @param walMegabytes room that a new database takes for its WAL at once
   */
  record Use(List<String> postgres, int walMegabytes) {
    /** For one that is thrown away: whether it would survive a power cut does not matter. */
    static final Use SCRATCH =
        new Use(List.of("archive_mode=off", "fsync=off", "listen_addresses=127.0.0.1"), 1);

    /** For one that will serve; only then its WAL goes to the archive. */
    static final Use KEPT = new Use(List.of("archive_command=false", "listen_addresses="), 80);
  }

  /**
   * Describes it; nothing is started.
   *
   * @param name of its container
   * @param volume mounted where the live database has its own
   * @param data the folder in the volume
   */
  ScratchDatabase(
      Settings settings, String image, String name, String volume, String data, Use use) {
    this.settings = settings;
    this.image = image;
    this.volume = volume;
    this.data = data;
    this.use = use;
    this.container = new SandboxContainer(new Engine(settings), settings.stack(), name);
  }

  SandboxContainer container() {
    return container;
  }

  String data() {
    return data;
  }

  /** Runs a program of the image on the volume, to its end. */
  ProcessResult tool(String... program) throws OpsException {
    return Processes.run(once(program), LIMIT);
  }

  /** Like {@link #tool}, with what comes out of a command as its input. */
  ProcessResult feed(@Nullable Path file, Command before, String... program) throws OpsException {
    return Pipeline.run(file, List.of(before, once(program)), null, LIMIT);
  }

  private Command once(String... program) {
    return confined("run", "--rm", "--interactive")
        .with("--entrypoint=" + program[0], image)
        .with(List.of(program).subList(1, program.length).toArray(String[]::new));
  }

  /** Starts the database; each setting is a {@code name=value} of postgresql.conf. */
  void start(List<String> postgres) throws OpsException {
    List<String> ofPostgres = new ArrayList<>(postgres);
    ofPostgres.addAll(use.postgres);
    ofPostgres.add("data_directory=" + data);
    Processes.run(
            confined("run", "--detach", "--name=" + container.name())
                // Until somebody is let in, its password is one that nobody knows.
                .with("--env=DATABASE_PASSWORD_FILE=/proc/sys/kernel/random/uuid")
                .with("--env=WAL_MEGABYTES=" + use.walMegabytes, image)
                .with(
                    ofPostgres.stream()
                        .flatMap(setting -> Stream.of("-c", setting))
                        .toArray(String[]::new)),
            SHORT)
        .expectSuccess(
            "start a scratch database", "See whether the engine works and has memory left.");
  }

  private Command confined(String... run) {
    return container
        .confined(
            container.engine().call(run),
            "10003:10000",
            settings.backup().scratchMegabytes(),
            4,
            60)
        .with("--network=none", "--env=PGDATA=" + data, "--volume=" + volume + ":" + Postgres.HOME);
  }

  /** Waits until it takes statements that change something: recovered, where it had to recover. */
  void awaitReady(Duration limit) throws OpsException {
    Poller poller = new Poller(limit, Duration.ofMillis(200));
    while (true) {
      ProcessResult answer =
          Processes.run(container.in(Postgres.query("SELECT pg_is_in_recovery()")), SHORT);
      if (answer.isSuccess() && answer.stdout().strip().equals("f")) {
        return;
      }
      if (!container.isRunning()) {
        throw notReady("it ended");
      }
      if (!poller.lookAgain()) {
        throw notReady("it was not ready within " + limit.toSeconds() + " s");
      }
    }
  }

  /** Whether it ended because nothing in the WAL lies after the moment that was asked for. */
  static boolean isTargetNotReached(OpsException wrong) {
    return wrong
        .getMessage()
        .contains("recovery ended before configured recovery target was reached");
  }

  private OpsException notReady(String because) throws OpsException {
    return OpsException.refused(
        "start a database on what was restored",
        because + ":\n  " + container.lastWords(),
        BackupVerifier.USE_ANOTHER);
  }

  /** A program in the running container, with an input. */
  Command in(String... program) {
    return container.in(program);
  }

  PsqlSession session() throws OpsException {
    return PsqlSession.open(in(Postgres.psql()));
  }

  Fingerprint fingerprint() throws OpsException {
    try (PsqlSession session = session()) {
      return session.fingerprint();
    }
  }

  void letIn(String password) throws OpsException {
    try (PsqlSession session = session()) {
      session.ask("ALTER ROLE booking PASSWORD '" + password + "';");
    }
  }

  void stop() throws OpsException {
    Processes.run(
            container.engine().call("stop", "--time=120", container.name()), Duration.ofMinutes(3))
        .expectSuccess(
            "stop the database that was restored",
            "Look at \"docker logs " + container.name() + "\".");
    String code =
        Processes.ask(
            container.engine().call("inspect", "--format={{.State.ExitCode}}", container.name()),
            SHORT,
            "ask how the database that was restored ended",
            BackupVerifier.USE_ANOTHER);
    if (!code.equals("0")) {
      throw OpsException.refused(
          "stop the database that was restored in order",
          "it ended with " + code + ":\n  " + container.lastWords(),
          BackupVerifier.USE_ANOTHER);
    }
  }

  /** Removes its container; the volume stays. */
  @Override
  public void close() throws OpsException {
    container.remove();
  }
}
