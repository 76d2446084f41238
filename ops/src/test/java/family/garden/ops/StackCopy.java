package family.garden.ops;

import family.garden.ops.backup.Backups;
import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A copy of the stack that really runs, as a box at somebody's home has it, and the bookingctl that
 * keeps it; closing it leaves nothing behind.
 */
public class StackCopy implements AutoCloseable {
  public static final String ADMIN = "admin@garden.example";
  public static final String PASSWORD = "rain on the tent roof";

  public static final String TESTBED = System.getProperty("booking.testbed", "testbed");
  public static final Path ANOTHER_DISK = Path.of("/dev/shm");

  /**
   * How the names of all copies of this JVM begin. Another {@code booking.stack} keeps two runs on
   * one engine apart; the lane keeps the JVMs of one run apart.
   */
  private static final String NAMES =
      System.getProperty("booking.stack", "it-ops")
          + "-"
          + System.getProperty("booking.lane", "lane-1");

  private static final Pattern SETUP = Pattern.compile("/setup#token=(\\S+)");

  private final String name;
  private final Path folder;
  private final String said;

  /** How a program ended, and what it wrote on both of its streams. */
  public record Ended(int code, String output) {
    public Ended expect(int expected) {
      if (code != expected) {
        throw new AssertionError("Ended with " + code + " instead of " + expected + ":\n" + output);
      }
      return this;
    }

    public Ended expectSuccess() {
      return expect(0);
    }
  }

  /**
   * Starts it, without anything of an earlier one.
   *
   * @param kind its name among the copies of these tests
   * @param more settings on top of those of every copy, each a {@code NAME=VALUE}; {@code {folder}}
   *     stands for its own, {@code {off-box}} for {@link #offBox}
   */
  public StackCopy(String kind, String... more) throws IOException {
    name = NAMES + "-" + kind;
    String cache =
        System.getenv().getOrDefault("XDG_CACHE_HOME", System.getProperty("user.home") + "/.cache");
    folder = Path.of(cache, "booking", "stacks", name);
    List<String> settings =
        new ArrayList<>(
            List.of(
                "BOOKING_STATE={folder}/state",
                "BOOKING_BACKUPS={folder}/backups",
                "BOOKING_RELEASES={folder}/releases",
                "BOOKING_RELEASE_KEYS={folder}/keys.pem",
                // Deploys replace it.
                "BOOKING_COMPOSE_FILES={folder}/compose.yaml"));
    settings.addAll(List.of(more));
    List<String> up = new ArrayList<>(List.of(TESTBED, "up", "--name", name));
    for (String setting : settings) {
      up.addAll(
          List.of(
              "--setting",
              setting
                  .replace("{folder}", folder.toString())
                  .replace("{off-box}", offBox().toString())));
    }
    down();
    said = run(up.toArray(String[]::new)).expectSuccess().output();
    Files.copy(ofTheStack("compose.yaml"), folder.resolve("compose.yaml"));
    for (String made : List.of("state", "backups")) {
      Files.createDirectories(folder.resolve(made));
    }
    Files.createDirectories(offBox());
  }

  /** A file of the folder "stack". */
  public static Path ofTheStack(String file) {
    return Path.of(TESTBED).resolveSibling("../" + file).normalize();
  }

  public String name() {
    return name;
  }

  public Path folder() {
    return folder;
  }

  public Settings settings() throws OpsException {
    return Settings.load(folder.resolve("settings.env"));
  }

  /** Its settings with others on top, in a file of their own. */
  public Path changed(Map<String, String> settings) throws IOException {
    StringBuilder more = new StringBuilder(Files.readString(folder.resolve("settings.env")));
    settings.forEach((key, value) -> more.append(key + "=" + value + "\n"));
    return Files.writeString(folder.resolve("settings-changed.env"), more);
  }

  /** Where backups are safe from what happens to the box: another file system than its own. */
  public final Path offBox() {
    return ANOTHER_DISK.resolve("booking-" + name);
  }

  public Backups backups() throws OpsException {
    return new Backups(settings(), new Progress(System.out, false));
  }

  /** The secret in the first start's link. */
  public String setupToken() {
    return setupToken(said);
  }

  /** The same of what a server wrote. */
  public static String setupToken(String written) {
    Matcher matcher = SETUP.matcher(written);
    if (!matcher.find()) {
      throw new AssertionError("No link in: " + written);
    }
    return matcher.group(1);
  }

  public String container(String service) {
    return "booking-" + name + "-" + service + "-1";
  }

  public String compose(String... arguments) {
    return run(with(List.of(TESTBED, "compose", "--name", name, "--"), arguments))
        .expectSuccess()
        .output();
  }

  public String sql(String statement) {
    return docker(
        "exec",
        container("database"),
        "psql",
        "--username=database",
        "--dbname=booking",
        "--tuples-only",
        "--no-align",
        "--quiet",
        "--command=" + statement);
  }

  /** Docker itself, on an engine that is started where it does not run. */
  public static String docker(String... arguments) {
    return run(with(List.of(TESTBED, "docker"), arguments)).expectSuccess().output().strip();
  }

  public Ended ctl(String... arguments) {
    return ctl(Map.of(), arguments);
  }

  /** bookingctl with settings on top of the usual ones. */
  public Ended ctl(Map<String, String> changed, String... arguments) {
    return start(List.of(), changed, arguments).end();
  }

  /** bookingctl with an engine that does not listen. */
  public Ended ctlWithoutEngine(String... arguments) {
    return start(List.of("env", "DOCKER_HOST=unix:///run/nobody.sock"), Map.of(), arguments).end();
  }

  /** A bookingctl at work, and the file that it speaks into. */
  public record AtWork(Process process, Path output) {
    public Ended end() {
      try {
        return new Ended(process.waitFor(), Files.readString(output));
      } catch (IOException e) {
        throw new AssertionError("Tried to read " + output + ", failed: " + e, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /** Starts bookingctl; the process is its own, so that it can be killed. */
  public AtWork start(String... arguments) {
    // Where the tests run in the background, signals may be ignored.
    return start(List.of("env", "--default-signal"), Map.of(), arguments);
  }

  private AtWork start(List<String> before, Map<String, String> changed, String... arguments) {
    List<String> command = new ArrayList<>(List.of(TESTBED, "with"));
    command.addAll(before);
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    // As it is packaged: most of what it does it does once.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar"));
    command.add(
        Path.of(System.getProperty("booking.jar", "target/bookingctl.jar"))
            .toAbsolutePath()
            .toString());
    try {
      Path settings = changed.isEmpty() ? folder.resolve("settings.env") : changed(changed);
      ProcessBuilder builder =
          new ProcessBuilder(with(command, arguments)).redirectErrorStream(true);
      builder
          .environment()
          .putAll(
              Map.of(
                  "BOOKING_SETTINGS", settings.toString(),
                  "BOOKING_SETUP_EMAIL", ADMIN,
                  "BOOKING_SETUP_PASSWORD", PASSWORD));
      Path file = Files.createTempFile(folder, "said", "");
      return new AtWork(builder.redirectOutput(file.toFile()).start(), file);
    } catch (IOException e) {
      throw new AssertionError("Tried to start " + command + ", failed: " + e, e);
    }
  }

  private static String[] with(List<String> command, String... arguments) {
    List<String> all = new ArrayList<>(command);
    all.addAll(List.of(arguments));
    return all.toArray(String[]::new);
  }

  /** Runs a program to its end. */
  public static Ended run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String all = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), all);
    } catch (IOException e) {
      throw new AssertionError("Tried to run " + List.of(command) + ", failed: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  private void down() {
    run(TESTBED, "down", "--name", name, "--data").expectSuccess();
    run("rm", "-rf", offBox().toString()).expectSuccess();
  }

  @Override
  public void close() {
    down();
  }
}
