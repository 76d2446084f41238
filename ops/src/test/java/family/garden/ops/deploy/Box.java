package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.proxy.Site;
import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
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

  static final String TESTBED = System.getProperty("booking.testbed");

  private final String name;
  private final Path folder;
  private final Releasing releasing;

  /** How a program ended, and what it said on both of its streams. */
  record Ended(int code, String said) {
    Ended expectDone() {
      if (code != 0) {
        throw new AssertionError("Ended with " + code + ":\n" + said);
      }
      return this;
    }
  }

  private Box(String name, Path folder, Releasing releasing) {
    this.name = name;
    this.folder = folder;
    this.releasing = releasing;
  }

  /** Starts a copy, makes an administrator, a place to sleep and the smoke account. */
  static Box up(String name) throws Exception {
    run(List.of("down", "--name", name, "--data")).expectDone();
    String said = run(List.of("up", "--name", name)).expectDone().said();
    Path folder = Path.of(System.getProperty("user.home"), ".cache/booking/stacks", name);
    Releasing releasing = new Releasing(name, folder);
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
    Box box = new Box(name, folder, releasing);
    try {
      box.furnish(said);
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

  /**
   * Makes an administrator and a place to sleep.
   *
   * @param said what has the first start's link in it
   */
  void furnish(String said) throws Trouble {
    String token = found("/setup#token=(\\S+)", said);
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

  /** As it is when it was only provisioned: with settings and secrets, and nothing else. */
  void empty() throws IOException, Trouble {
    run(List.of("compose", "--name", name, "--", "--profile", "*", "down", "--volumes"))
        .expectDone();
    Files.delete(folder.resolve("images.env"));
    Durable.remove(settings().places().live().resolve("green"));
    for (String made : List.of("state", "backups")) {
      Folders.delete(folder.resolve(made));
    }
  }

  /** Where backups are safe from what happens to the box. */
  Path offBox() throws IOException {
    return Files.createDirectories(folder.resolve("off-box"));
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

  Releasing releasing() {
    return releasing;
  }

  /** The version that people get. */
  String served() throws Trouble {
    return version().path("version").asText();
  }

  /** Whether a deploy is under way or was left. */
  Optional<String> step() throws Trouble {
    return Durable.read(state().resolve("deploy.json"))
        .filter(text -> !text.isEmpty())
        .map(text -> found("\"step\" : \"([a-z-]+)\"", text));
  }

  /** Waits until that step has begun, or all of it has ended. */
  void awaitStep(AtWork work, String step) {
    await()
        .atMost(Duration.ofMinutes(4))
        .pollInterval(Duration.ofMillis(1))
        .until(() -> !work.process().isAlive() || step().filter(step::equals).isPresent());
  }

  /** Nothing is under way, and one server runs: the one that people get. */
  void expectTidy() throws Trouble {
    assertThat(step()).isEmpty();
    assertThat(running()).containsExactly(container("server-" + version().path("colour").asText()));
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

  static Ended run(List<String> arguments) {
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
    releasing.forget();
  }
}
