package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.config.SettingsFile;
import family.garden.ops.process.Command;
import family.garden.ops.process.Outcome;
import family.garden.ops.process.Processes;
import family.garden.ops.report.Progress;
import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the stack as a box at somebody's home has it, with backups and a place off the box. */
final class Box implements AutoCloseable {
  private static final String TESTBED = System.getProperty("booking.testbed", "testbed");
  private static final Duration LONG = Duration.ofMinutes(30);
  private static final Pattern SETUP = Pattern.compile("/setup#token=(\\S+)");

  private final String name;
  private final Path folder;
  private final String said;
  private final Settings settings;

  private Box(String name, Path folder, String said, Settings settings) {
    this.name = name;
    this.folder = folder;
    this.said = said;
    this.settings = settings;
  }

  static Box up(String kind, String... more) throws Trouble, IOException {
    String name = System.getProperty("booking.stack", "it") + "-" + kind;
    String cache =
        System.getenv().getOrDefault("XDG_CACHE_HOME", System.getenv("HOME") + "/.cache");
    Path folder = Path.of(cache, "booking", "stacks", name);
    testbed("down", "--name", name, "--data").expectDone("take an old copy down", "");
    List<String> arguments = new ArrayList<>(List.of("up", "--name", name));
    for (String setting :
        List.of(
            "STATE=" + folder.resolve("state"),
            "BACKUPS=" + folder.resolve("backups"),
            "IMAGES=" + folder.resolve("images.env"),
            "COMPOSE_FILES=" + Path.of(TESTBED).resolveSibling("../compose.yaml").normalize(),
            "BACKUP_TARGET=" + folder.resolve("off-box"))) {
      arguments.addAll(List.of("--setting", "BOOKING_" + setting));
    }
    arguments.addAll(List.of(more));
    String said =
        testbed(arguments.toArray(String[]::new)).expectDone("start a copy of the stack", "");
    Files.createDirectories(folder.resolve("off-box"));
    return new Box(name, folder, said, Settings.load(folder.resolve("settings.env")));
  }

  private static Outcome testbed(String... arguments) throws Trouble {
    return Processes.run(Command.of(TESTBED).with(arguments), LONG);
  }

  Settings settings() {
    return settings;
  }

  Path offBox() {
    return folder.resolve("off-box");
  }

  Backups backups() {
    return new Backups(settings, new Progress(System.out, false));
  }

  Key key() throws Trouble {
    return Key.load(settings.places().secrets().resolve("backup-key"));
  }

  String image() throws Trouble {
    return SettingsFile.read(settings.places().images()).getOrDefault("BOOKING_DATABASE_IMAGE", "");
  }

  /** The secret of the first start's link. */
  String setupToken() {
    Matcher matcher = SETUP.matcher(said);
    if (!matcher.find()) {
      throw new AssertionError("No link in: " + said);
    }
    return matcher.group(1);
  }

  String container(String service) {
    return settings.stack() + "-" + service + "-1";
  }

  String sql(String statement) throws Trouble {
    return docker(
        "exec",
        container("database"),
        "psql",
        "-U",
        "database",
        "-d",
        "booking",
        "-Atqc",
        statement);
  }

  String docker(String... arguments) throws Trouble {
    return Processes.run(Command.of("docker").with(arguments), LONG)
        .expectDone("call the engine", "");
  }

  String compose(String... arguments) throws Trouble {
    return Processes.run(Command.of(TESTBED, "compose", "--name", name, "--").with(arguments), LONG)
        .expectDone("call Compose", "");
  }

  @Override
  public void close() throws Trouble {
    testbed("down", "--name", name, "--data").expectDone("take the copy down", "");
  }
}
