package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.database.Postgres;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Command;
import family.garden.ops.process.Outcome;
import family.garden.ops.process.Pipeline;
import family.garden.ops.process.Processes;
import family.garden.ops.report.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A database beside the live one, of the same image, in a container that reaches nothing. */
final class Side implements AutoCloseable {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final Duration SHORT = Duration.ofSeconds(60);

  private final Settings settings;
  private final Engine engine;
  private final String image;
  private final String name;
  private final String volume;
  private final String data;
  private final Use use;

  /**
   * What becomes of it.
   *
   * @param postgres settings that go with it
   * @param journalMegabytes room that a new database takes for its journal at once
   */
  record Use(List<String> postgres, int journalMegabytes) {
    /** It is thrown away: whether it would survive a power cut does not matter. */
    static final Use SCRATCH = new Use(List.of("archive_mode=off", "fsync=off"), 1);

    /** What it writes goes to the archive, but only once it serves. */
    static final Use KEPT = new Use(List.of("archive_command=false"), 80);
  }

  /**
   * Describes it; nothing is started.
   *
   * @param name of its container
   * @param volume mounted where the live database has its own
   * @param data the folder in the volume
   */
  Side(Settings settings, String image, String name, String volume, String data, Use use) {
    this.settings = settings;
    this.engine = new Engine(settings);
    this.image = image;
    this.name = name;
    this.volume = volume;
    this.data = data;
    this.use = use;
  }

  String data() {
    return data;
  }

  /** Runs a program of the image on the volume, to its end. */
  Outcome tool(String... program) throws Trouble {
    return Processes.run(once(program), LIMIT);
  }

  /** Like {@link #tool}, with what comes out of a command as its input. */
  Outcome feed(@Nullable Path file, Command before, String... program) throws Trouble {
    return Pipeline.run(file, List.of(before, once(program)), null, LIMIT);
  }

  private Command once(String... program) {
    List<String> all = new ArrayList<>(List.of("run", "--rm", "--interactive"));
    all.addAll(confined());
    all.add("--entrypoint=" + program[0]);
    all.add(image);
    all.addAll(List.of(program).subList(1, program.length));
    return engine.call(all.toArray(String[]::new));
  }

  /** Starts the database; each setting is a {@code name=value} of postgresql.conf. */
  void start(List<String> postgres) throws Trouble {
    List<String> all = new ArrayList<>(List.of("run", "--detach", "--name=" + name));
    all.addAll(confined());
    // Nobody reaches it, so its password is one that nobody knows.
    all.add("--env=DATABASE_PASSWORD_FILE=/proc/sys/kernel/random/uuid");
    all.add("--env=JOURNAL_MEGABYTES=" + use.journalMegabytes);
    all.add(image);
    List<String> ofPostgres = new ArrayList<>(postgres);
    ofPostgres.addAll(use.postgres);
    for (String setting : ofPostgres) {
      all.addAll(List.of("-c", setting));
    }
    all.addAll(List.of("-c", "data_directory=" + data, "-c", "listen_addresses="));
    Processes.run(engine.call(all.toArray(String[]::new)), SHORT)
        .expectDone(
            "start a scratch database", "See whether the engine works and has memory left.");
  }

  private List<String> confined() {
    int megabytes = settings.backup().scratchMegabytes();
    return List.of(
        "--network=none",
        "--read-only",
        "--cap-drop=ALL",
        "--security-opt=no-new-privileges",
        "--user=10003:10000",
        "--memory=" + megabytes + "m",
        "--memory-swap=" + 2 * megabytes + "m",
        "--pids-limit=60",
        "--tmpfs=/tmp:size=4m,mode=1777,noexec,nosuid,nodev",
        "--label=family.garden.side=" + settings.stack(),
        "--env=PGDATA=" + data,
        "--volume=" + volume + ":" + Postgres.HOME);
  }

  /** Waits until it takes statements that change something: recovered, where it had to recover. */
  void awaitReady(Duration limit) throws Trouble {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      Outcome asked =
          Processes.run(
              engine.call("exec", name).with(Postgres.query("SELECT pg_is_in_recovery()")), SHORT);
      if (asked.isDone() && asked.said().strip().equals("f")) {
        return;
      }
      String state =
          Processes.run(engine.call("inspect", "--format={{.State.Running}}", name), SHORT)
              .said()
              .strip();
      if (!state.equals("true") || System.nanoTime() > end) {
        throw Trouble.refused(
            "start a database on what was restored",
            (state.equals("true")
                    ? "it was not ready within " + limit.toSeconds() + " s"
                    : "it ended")
                + ":\n  "
                + lastWords(),
            Proof.USE_ANOTHER);
      }
      pause();
    }
  }

  private String lastWords() throws Trouble {
    Outcome logs = Processes.run(engine.call("logs", "--tail=12", name), SHORT);
    return (logs.said() + logs.complained()).strip().replace("\n", "\n  ");
  }

  static void pause() throws Trouble {
    try {
      Thread.sleep(200);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Trouble.refused("wait", "this was interrupted", "Run the command again.");
    }
  }

  /** A program in the running container, with an input. */
  Command in(String... program) {
    return engine.call("exec", "--interactive", name).with(program);
  }

  Session session() throws Trouble {
    return Session.open(in(Postgres.psql()));
  }

  /** Ends it in order. */
  void stop() throws Trouble {
    Processes.run(engine.call("stop", "--time=120", name), Duration.ofMinutes(3))
        .expectDone("stop the database that was restored", "Look at \"docker logs " + name + "\".");
    String code =
        Processes.run(engine.call("inspect", "--format={{.State.ExitCode}}", name), SHORT)
            .said()
            .strip();
    if (!code.equals("0")) {
      throw Trouble.refused(
          "stop the database that was restored in order",
          "it ended with " + code + ":\n  " + lastWords(),
          Proof.USE_ANOTHER);
    }
  }

  /** Its container is gone; the volume stays. */
  @Override
  public void close() throws Trouble {
    Processes.run(engine.call("rm", "--force", "--volumes", name), SHORT);
  }
}
