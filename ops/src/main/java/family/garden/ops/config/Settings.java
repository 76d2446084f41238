package family.garden.ops.config;

import family.garden.ops.result.OpsException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The keeper's settings, from the same settings.env that the stack reads. All have a default for
 * the box, except the address of the site and its network.
 *
 * @param file where it was read from
 * @param stack the name of the Compose project
 * @param publicUrl the address that people use
 * @param front first three numbers of the network of nginx and the servers, like {@code 172.30.10}
 * @param httpsPort where nginx is published on this machine; 1 to 65535
 * @param places the folders and files
 * @param releases where releases come from, and whose are trusted
 * @param deploys how careful a deploy is
 * @param notifications how the keeper is notified
 * @param watch when releases are installed automatically, and where alerts are
 * @param backup how backups are kept
 * @param monitoring what watches the box
 */
public record Settings(
    Path file,
    String stack,
    URI publicUrl,
    String front,
    int httpsPort,
    Places places,
    ReleaseSettings releases,
    DeploySettings deploys,
    NotifySettings notifications,
    WatchSettings watch,
    BackupSettings backup,
    MonitoringSettings monitoring) {

  /** The file, unless the keeper names another. */
  public static final Path DEFAULT = Path.of("/etc/booking/settings.env");

  /**
   * Reads and checks the settings.
   *
   * @throws OpsException with all problems, if there are any
   */
  public static Settings load(Path file) throws OpsException {
    Path absolute = file.toAbsolutePath().normalize();
    Reader reader = new Reader(SettingsFile.read(absolute), new Problems(absolute));
    Settings settings = read(absolute, reader);
    reader.problems().throwIfAny();
    return settings;
  }

  /**
   * Settings of a file that may have errors.
   *
   * @param settings with the default in place of each invalid one
   * @param problems what is wrong with the invalid ones
   */
  public record Partial(Settings settings, List<String> problems) {}

  /** Reads the valid settings, so that the keeper can be notified even if others are invalid. */
  public static Partial loadPartial(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    Problems problems = new Problems(absolute);
    Map<String, String> values = SettingsFile.readValid(absolute, problems);
    Settings settings = read(absolute, new Reader(values, problems));
    return new Partial(settings, problems.all());
  }

  /**
   * Checks the settings that only the containers use, before they start with them. Other commands,
   * like a backup, do not need these.
   *
   * @throws OpsException with all problems, if there are any
   */
  public void expectFitForStack() throws OpsException {
    Reader reader = new Reader(SettingsFile.read(file), new Problems(file));
    StackSettings.check(reader);
    reader.problems().throwIfAny();
  }

  /** The address of Alertmanager; empty where alerts are not looked for. */
  public Optional<URI> alertmanager() {
    return watch
        .alerts()
        .or(
            () ->
                monitoring.isSmall()
                    // The address that compose.yaml gives it.
                    ? Optional.of(URI.create("http://" + front + ".23:9093"))
                    : Optional.empty());
  }

  private static Settings read(Path absolute, Reader reader) {
    Places places = Places.read(reader, absolute);
    return new Settings(
        absolute,
        reader.matching("BOOKING_STACK", "booking", "[a-z0-9][a-z0-9-]*", "a-z, 0-9 and -"),
        reader.address("BOOKING_PUBLIC_URL"),
        reader.matching(
            "BOOKING_FRONT",
            null,
            "%1$s\\.%1$s\\.%1$s".formatted(BYTE),
            "three numbers like 172.30.10"),
        reader.number("BOOKING_HTTPS_PORT", 443, 1, 65535),
        places,
        ReleaseSettings.read(reader, absolute),
        DeploySettings.read(reader),
        NotifySettings.read(reader, places.secrets()),
        WatchSettings.read(reader),
        BackupSettings.read(reader),
        MonitoringSettings.read(reader));
  }

  /** A number of an IPv4 address without leading zeros, which some programs read as octal. */
  static final String BYTE = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";

  /** Reads values one by one and collects all problems. */
  record Reader(Map<String, String> values, Problems problems) {
    String matching(String name, @Nullable String fallback, String pattern, String expected) {
      String value = values.get(name);
      if (value == null || value.isEmpty()) {
        value = fallback;
      }
      if (value == null || !value.matches(pattern)) {
        problems.add(
            name, "expected " + expected + (value == null ? ", it is missing" : ", not " + value));
        return "";
      }
      return value;
    }

    String text(String name, String fallback) {
      String value = values.getOrDefault(name, "");
      return value.isEmpty() ? fallback : value;
    }

    Path path(String name, Path fallback) {
      Path path = Path.of(text(name, fallback.toString()));
      if (!path.isAbsolute()) {
        problems.add(name, "expected a path that begins with /, not " + path);
        return fallback;
      }
      return path.normalize();
    }

    /** A path as written; empty if there is none. */
    String optionalPath(String name) {
      return matching(name, "", "(|/.*)", "a path that begins with /, or nothing");
    }

    int number(String name, int fallback, int least, int most) {
      String value = text(name, Integer.toString(fallback));
      if (value.matches("0|[1-9]\\d{0,8}")) {
        int number = Integer.parseInt(value);
        if (number >= least && number <= most) {
          return number;
        }
      }
      problems.add(name, "expected a number from %d to %d, not %s".formatted(least, most, value));
      return fallback;
    }

    Duration seconds(String name, int fallback, int least, int most) {
      return Duration.ofSeconds(number(name, fallback, least, most));
    }

    URI address(String name) {
      String value =
          matching(name, null, "https?://[A-Za-z0-9.-]+(:\\d+)?/?", "an address like https://…");
      URI address = URI.create(value.isEmpty() ? "https://missing" : value);
      if (address.getHost() == null || address.getHost().matches("[0-9.]+")) {
        problems.add(name, "expected an address with a name, not " + value);
      } else if (address.getPort() > 65535) {
        problems.add(name, "expected a port up to 65535, not " + address.getPort());
      }
      return address;
    }
  }
}
