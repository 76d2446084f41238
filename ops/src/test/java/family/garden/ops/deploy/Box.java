package family.garden.ops.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.proxy.Site;
import family.garden.ops.release.Publisher;
import family.garden.ops.report.Json;
import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real copy of the stack, with a bookingctl that keeps it; closing it leaves nothing behind. */
final class Box implements AutoCloseable {
  static final String ADMIN = "admin@garden.example";
  static final String PASSWORD = "rain on the tent roof";

  private static final String TESTBED = System.getProperty("booking.testbed");

  private final String name;
  private final Path folder;
  private final Publisher publisher;

  /** How a program ended, and what it said on both of its streams. */
  record Ended(int code, String said) {
    Ended expectDone() {
      if (code != 0) {
        throw new AssertionError("Ended with " + code + ":\n" + said);
      }
      return this;
    }
  }

  private Box(String name, Path folder, Publisher publisher) {
    this.name = name;
    this.folder = folder;
    this.publisher = publisher;
  }

  /** Starts a copy, makes an administrator, a place to sleep and the smoke account. */
  static Box up(String name) throws Exception {
    run(List.of("down", "--name", name, "--data")).expectDone();
    String said = run(List.of("up", "--name", name)).expectDone().said();
    Path folder = Path.of(System.getProperty("user.home"), ".cache/booking/stacks", name);
    Publisher publisher = new Publisher(Files.createDirectories(folder.resolve("releases")));
    publisher.pin(folder.resolve("keys.pem"));
    Files.writeString(
        folder.resolve("settings.env"),
        """
        BOOKING_STATE=%1$s/state
        BOOKING_BACKUPS=%1$s/backups
        BOOKING_COMPOSE_FILES=%2$s
        BOOKING_SMOKE_EMAIL=smoke@garden.example
        BOOKING_RELEASES=%1$s/releases
        BOOKING_RELEASE_KEYS=%1$s/keys.pem
        BOOKING_BAKE=25
        BOOKING_START_LIMIT=300
        """
            .formatted(folder, Path.of(TESTBED).resolveSibling("../compose.yaml").normalize()),
        StandardOpenOption.APPEND);
    Box box = new Box(name, folder, publisher);
    try {
      box.furnish(found("/setup#token=(\\S+)", said));
      box.ctl("smoke", "--set-up").expectDone();
      return box;
    } catch (Trouble | AssertionError e) {
      box.close();
      throw e;
    }
  }

  private static String found(String pattern, String said) {
    Matcher matcher = Pattern.compile(pattern).matcher(said);
    if (!matcher.find()) {
      throw new AssertionError("Expected " + pattern + " in: " + said);
    }
    return matcher.group(1);
  }

  private void furnish(String token) throws Trouble {
    try (Site site = site().waiting(Duration.ofMinutes(1))) {
      Optional<String> session =
          Optional.of(
              site.post(
                      "/api/setup",
                      Map.of(
                          "token",
                          token,
                          "email",
                          ADMIN,
                          "password",
                          PASSWORD,
                          "firstName",
                          "Ada",
                          "lastName",
                          "Admin"),
                      Optional.empty())
                  .expect(201)
                  .path("token")
                  .asText());
      site.post(
              "/api/sleeping-accommodations",
              Map.of("name", "Zelt", "type", "Tent", "maxCapacity", 4),
              session)
          .expect(201);
    }
  }

  Settings settings() throws Trouble {
    return Settings.load(folder.resolve("settings.env"));
  }

  Path state() {
    return folder.resolve("state");
  }

  /** The way people take. */
  Site site() throws Trouble {
    return Site.throughProxy(settings(), certificate());
  }

  /** That nginx shows. */
  String certificate() {
    return docker("exec", container("proxy"), "cat", "/etc/nginx/tls/current/site.crt");
  }

  /** What people get. */
  JsonNode version() throws Trouble {
    try (Site site = site()) {
      return site.get("/api/version", Optional.empty()).expect(200);
    }
  }

  String container(String service) {
    return "booking-" + name + "-" + service + "-1";
  }

  /** The servers that run. */
  List<String> running() {
    return docker("ps", "--format", "{{.Names}}", "--filter", "name=booking-" + name + "-server-")
        .lines()
        .sorted()
        .toList();
  }

  /** Builds an image of the server that differs, and publishes it as a release. */
  void publish(String version, String difference) throws Exception {
    publish(version, difference, version().path("schema").asInt(), 1);
  }

  void publish(String version, String difference, int schema, int worksFrom)
      throws IOException, GeneralSecurityException, Trouble {
    Path recipe = Files.createDirectories(folder.resolve("variants").resolve(version));
    Files.writeString(
        recipe.resolve("Dockerfile"),
        "FROM booking-server:%s\nENV BOOKING_VERSION=%s\nLABEL family.garden.test=%s\n%s\n"
            .formatted(
                Optional.ofNullable(System.getenv("VERSION")).orElse("0.1.0-SNAPSHOT"),
                version,
                name,
                difference));
    String server = docker("build", "--quiet", recipe.toString());
    Map<String, String> images = new ImagesFile(folder.resolve("images.env")).read();
    publisher.publish(
        version,
        Json.write(
            Map.of(
                "version",
                version,
                "commit",
                "abcdef1",
                "created",
                "2026-01-01T00:00:00Z",
                "schema",
                Map.of("version", schema, "worksFrom", worksFrom),
                "images",
                Map.of(
                    "server", server,
                    "web", images.get("BOOKING_PROXY_IMAGE"),
                    "proxy", images.get("BOOKING_PROXY_IMAGE"),
                    "database", images.get("BOOKING_DATABASE_IMAGE"),
                    "cache", images.get("BOOKING_CACHE_IMAGE")))));
  }

  /** Whether a deploy is under way or was left. */
  Optional<String> step() throws Trouble {
    return Durable.read(state().resolve("deploy.json"))
        .filter(text -> !text.isEmpty())
        .map(text -> found("\"step\" : \"([a-z-]+)\"", text));
  }

  Ended ctl(String... arguments) {
    return start(Map.of(), arguments).end();
  }

  Ended ctl(Map<String, String> changed, String... arguments) {
    return start(changed, arguments).end();
  }

  /** A bookingctl at work, and the file that it speaks into. */
  record AtWork(Process process, Path said) {
    Ended end() {
      try {
        return new Ended(process.waitFor(), Files.readString(said));
      } catch (IOException e) {
        throw new AssertionError("Tried to read " + said + ", failed: " + e, e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new AssertionError("interrupted", e);
      }
    }
  }

  /**
   * Starts bookingctl; the process is its own, so that it can be killed.
   *
   * @param changed settings, on top of the usual ones
   */
  AtWork start(Map<String, String> changed, String... arguments) {
    List<String> command =
        new ArrayList<>(
            List.of(
                TESTBED,
                "with",
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-jar",
                Path.of(System.getProperty("booking.jar", "target/bookingctl.jar"))
                    .toAbsolutePath()
                    .toString()));
    command.addAll(List.of(arguments));
    try {
      Path settings = folder.resolve("settings.env");
      if (!changed.isEmpty()) {
        StringBuilder more = new StringBuilder(Files.readString(settings));
        changed.forEach((name, value) -> more.append(name + "=" + value + "\n"));
        settings = Files.writeString(folder.resolve("settings-changed.env"), more);
      }
      ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
      builder
          .environment()
          .putAll(
              Map.of(
                  "BOOKING_SETTINGS", settings.toString(),
                  "BOOKING_SETUP_EMAIL", ADMIN,
                  "BOOKING_SETUP_PASSWORD", PASSWORD));
      Path said = Files.createTempFile(folder, "said", "");
      return new AtWork(builder.redirectOutput(said.toFile()).start(), said);
    } catch (IOException e) {
      throw new AssertionError("Tried to start " + command + ", failed: " + e, e);
    }
  }

  static String docker(String... arguments) {
    List<String> all = new ArrayList<>(List.of("docker"));
    all.addAll(List.of(arguments));
    return run(all).expectDone().said().strip();
  }

  private static Ended run(List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(TESTBED));
    command.addAll(arguments);
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      process.getOutputStream().close();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return new Ended(process.waitFor(), said);
    } catch (IOException e) {
      throw new AssertionError("Tried to run " + command + ", failed: " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }

  @Override
  public void close() {
    run(List.of("down", "--name", name, "--data")).expectDone();
    String left = docker("images", "--quiet", "--filter", "label=family.garden.test=" + name);
    if (!left.isEmpty()) {
      List<String> remove = new ArrayList<>(List.of("image", "rm", "--force"));
      remove.addAll(left.lines().distinct().toList());
      docker(remove.toArray(String[]::new));
    }
  }
}
