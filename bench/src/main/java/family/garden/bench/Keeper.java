package family.garden.bench;

import family.garden.testkit.StackCopy;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The packaged {@code bookingctl} on a copy of the stack, with a key to sign releases for it. */
final class Keeper {
  private static final String VERSION = System.getenv().getOrDefault("VERSION", "0.1.0-SNAPSHOT");
  private static final List<String> IMAGES = List.of("server", "web", "database", "cache");

  private final Path home;
  private final Path folder;
  private final Path settings;
  private long peak;

  /**
   * Writes the settings and a key, and makes the account of the smoke test.
   *
   * @param more further settings beside those that a deploy needs
   */
  Keeper(Path home, MeasuredStack copy, String... more) throws IOException {
    this.home = home.toAbsolutePath();
    this.folder = copy.folder();
    this.settings = folder.resolve("settings.env");
    Path releases = Files.createDirectories(folder.resolve("releases"));
    // Deploys replace this file.
    Path own = folder.resolve("compose.yaml");
    Files.copy(this.home.resolve("stack/compose.yaml"), own, StandardCopyOption.REPLACE_EXISTING);
    String compose = own + ":" + this.home.resolve("stack/compose.load.yaml");
    List<String> lines = new ArrayList<>(List.of(more));
    lines.add("BOOKING_STATE=" + folder.resolve("state"));
    lines.add("BOOKING_BACKUPS=" + folder.resolve("backups"));
    lines.add("BOOKING_COMPOSE_FILES=" + compose);
    lines.add("BOOKING_SMOKE_EMAIL=smoke@garden.example");
    lines.add("BOOKING_RELEASES=" + releases);
    lines.add("BOOKING_RELEASE_KEYS=" + folder.resolve("keys.pem"));
    Files.write(settings, lines, StandardOpenOption.APPEND);
    tool("openssl", "genpkey", "-algorithm", "ed25519", "-out", key());
    tool("openssl", "pkey", "-in", key(), "-pubout", "-out", folder.resolve("keys.pem").toString());
    ctl("smoke", "--set-up");
  }

  private String key() {
    return folder.resolve("key.pem").toString();
  }

  /**
   * Publishes the running images as another version, like the pipeline.
   *
   * @param version like 8.0.1
   */
  void publish(String version) throws IOException {
    Path recipe = Files.createDirectories(folder.resolve("recipe"));
    Files.writeString(
        recipe.resolve("Dockerfile"),
        "FROM booking-server:%s\nENV BOOKING_VERSION=%s\n".formatted(VERSION, version));
    for (String image : IMAGES) {
      Testbed.docker("tag", "booking-%s:%s".formatted(image, VERSION), named(image, version));
    }
    Testbed.docker("build", "--quiet", "--tag", named("server", version), recipe.toString());
    tool(
        home.resolve("stack/release/publish").toString(),
        "--version",
        version,
        "--key",
        key(),
        "--to",
        folder.resolve("releases").toString(),
        "--commit",
        "0000000");
  }

  /** Deletes the images of the versions that were published here. */
  void forget(String version) {
    IMAGES.forEach(image -> Testbed.docker("image", "rm", "--force", named(image, version)));
  }

  private static String named(String image, String version) {
    return "booking-%s:%s".formatted(image, version);
  }

  /**
   * Runs bookingctl to its end and returns its output.
   *
   * @throws Failure if it does not end with 0
   */
  String ctl(String... arguments) {
    Path output = folder.resolve("bookingctl.memory");
    List<String> command = new ArrayList<>(Tools.timed("%M", output));
    command.add(home.resolve("ops/target/ctl/bin/bookingctl").toString());
    command.addAll(List.of(arguments));
    String printed = tool(command.toArray(String[]::new));
    try {
      peak = Math.max(peak, Long.parseLong(Files.readString(output).strip()));
    } catch (IOException e) {
      throw new Failure("Tried to read what memory bookingctl took, failed: " + e.getMessage());
    }
    return printed;
  }

  /** The most resident memory of any bookingctl that succeeded, as the kernel counts; MiB. */
  long peak() {
    return peak / 1024;
  }

  private String tool(String... command) {
    List<String> all = new ArrayList<>(List.of(Testbed.program(), "with"));
    all.addAll(List.of(command));
    return Tools.run(
        Map.of(
            "BOOKING_SETTINGS", settings.toString(),
            "BOOKING_SETUP_EMAIL", StackCopy.ADMIN,
            "BOOKING_SETUP_PASSWORD", StackCopy.PASSWORD),
        all);
  }
}
