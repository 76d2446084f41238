package family.garden.ops;

import family.garden.ops.backup.Backups;
import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.testkit.Lane;
import family.garden.testkit.ProcessResult;
import family.garden.testkit.Programs;
import family.garden.testkit.StackCopy;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A copy of the stack that really runs, as a box at somebody's home has it, and the bookingctl that
 * keeps it.
 */
public class StackWithCtl extends StackCopy {
  public static final Path ANOTHER_DISK = Path.of("/dev/shm");

  /**
   * Starts it, without anything of an earlier one.
   *
   * @param kind its name among the copies of these tests
   * @param more settings on top of those of every copy, each a {@code NAME=VALUE}; {@code {folder}}
   *     stands for its own, {@code {remote-copy}} for {@link #remoteCopy}
   */
  public StackWithCtl(String kind, String... more) throws IOException {
    super(name(kind), options(name(kind), more));
    prepare(name(kind));
  }

  private static void prepare(String name) throws IOException {
    Path folder = folder(name);
    Files.copy(ofTheStack("compose.yaml"), folder.resolve("compose.yaml"));
    for (String made : List.of("state", "backups")) {
      Files.createDirectories(folder.resolve(made));
    }
    removeRemoteCopy(name);
    Files.createDirectories(remoteCopy(name));
  }

  private static String name(String kind) {
    return Lane.NAME + "-" + kind;
  }

  private static List<String> options(String name, String... more) {
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
    return settings.stream()
        .map(each -> each.replace("{folder}", folder(name).toString()))
        .map(each -> each.replace("{remote-copy}", remoteCopy(name).toString()))
        .flatMap(each -> Stream.of("--setting", each))
        .toList();
  }

  /** A file of the folder "stack". */
  public static Path ofTheStack(String file) {
    return Path.of(Testbed.file(file));
  }

  public Settings settings() throws OpsException {
    return Settings.load(folder().resolve("settings.env"));
  }

  /** Its settings with others on top, in a file of their own. */
  public Path changed(Map<String, String> settings) throws IOException {
    StringBuilder more = new StringBuilder(Files.readString(folder().resolve("settings.env")));
    settings.forEach((key, value) -> more.append(key + "=" + value + "\n"));
    return Files.writeString(folder().resolve("settings-changed.env"), more);
  }

  /** Where backups are safe from what happens to the box: another file system than its own. */
  public final Path remoteCopy() {
    return remoteCopy(name());
  }

  private static Path remoteCopy(String name) {
    return ANOTHER_DISK.resolve("booking-" + name);
  }

  private static void removeRemoteCopy(String name) {
    Programs.run("rm", "-rf", remoteCopy(name).toString()).expectSuccess();
  }

  public Backups backups() throws OpsException {
    return new Backups(settings(), new Progress(System.out, false));
  }

  public ProcessResult ctl(String... arguments) {
    return ctl(Map.of(), arguments);
  }

  /** bookingctl with settings on top of the usual ones. */
  public ProcessResult ctl(Map<String, String> changed, String... arguments) {
    return start(List.of(), changed, arguments).end();
  }

  /** bookingctl with an engine that does not listen. */
  public ProcessResult ctlWithoutEngine(String... arguments) {
    return start(List.of("env", "DOCKER_HOST=unix:///run/nobody.sock"), Map.of(), arguments).end();
  }

  /** A bookingctl at work, and the file that it speaks into. */
  public record AtWork(Process process, Path output) {
    public ProcessResult end() {
      try {
        return new ProcessResult(process.waitFor(), Files.readString(output));
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
    List<String> command = new ArrayList<>(List.of(Testbed.program(), "with"));
    command.addAll(before);
    command.add(Path.of(System.getProperty("java.home"), "bin/java").toString());
    // As it is packaged: most of what it does it does once.
    command.addAll(List.of("-XX:TieredStopAtLevel=1", "-jar"));
    command.add(
        Path.of(System.getProperty("booking.jar", "target/bookingctl.jar"))
            .toAbsolutePath()
            .toString());
    command.addAll(List.of(arguments));
    try {
      Path settings = changed.isEmpty() ? folder().resolve("settings.env") : changed(changed);
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder
          .environment()
          .putAll(
              Map.of(
                  "BOOKING_SETTINGS", settings.toString(),
                  "BOOKING_SETUP_EMAIL", ADMIN,
                  "BOOKING_SETUP_PASSWORD", PASSWORD));
      Path file = Files.createTempFile(folder(), "output", "");
      return new AtWork(builder.redirectOutput(file.toFile()).start(), file);
    } catch (IOException e) {
      throw new AssertionError("Tried to start " + command + ", failed: " + e, e);
    }
  }

  @Override
  public void close() {
    super.close();
    removeRemoteCopy(name());
  }
}
