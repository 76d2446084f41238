package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.ops.StackWithCtl;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.json.Node;
import family.garden.ops.proxy.Colour;
import family.garden.ops.proxy.Switch;
import family.garden.ops.release.Release;
import family.garden.ops.release.Version;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the stack that releases are published for. */
public final class Box extends StackWithCtl {
  private static final Pattern STEP = Pattern.compile("\"step\": \"([a-z-]+)\"");

  private final Releasing releasing;
  private Optional<String> session = Optional.empty();

  private Box(String kind) throws IOException, GeneralSecurityException {
    super(
        kind,
        "BOOKING_SMOKE_EMAIL=smoke@garden.example",
        "BOOKING_BAKE=5",
        "BOOKING_START_LIMIT=300");
    this.releasing = new Releasing(name(), folder());
  }

  /** Starts a copy, makes an administrator, a place to sleep and the smoke account. */
  public static Box up(String kind) throws Exception {
    Box box = new Box(kind);
    try {
      box.furnish(box.setupToken());
      box.ctl("smoke", "--set-up").expectSuccess();
      return box;
    } catch (OpsException | AssertionError e) {
      box.close();
      throw e;
    }
  }

  /**
   * Makes an administrator and a place to sleep.
   *
   * @param token of the first start's link
   */
  void furnish(String token) throws OpsException {
    Site site = site().waiting(Duration.ofMinutes(1));
    session =
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
                .text());
    site.post(
            "/api/sleeping-accommodations",
            Map.of("name", "Zelt", "type", "Tent", "maxCapacity", 4),
            session)
        .expect(201);
  }

  /** Of the administrator; begun once, for log-ins are limited. */
  Optional<String> session() {
    return session;
  }

  /** Whose server people are led to. */
  public Colour live() throws OpsException {
    return new Switch(settings().places().live()).live();
  }

  /** As it is when it was only provisioned: with settings and secrets, and nothing else. */
  void empty() throws IOException, OpsException {
    compose("--profile", "*", "down", "--volumes");
    Files.delete(folder().resolve("images.env"));
    Durable.remove(settings().places().live().resolve("green"));
    for (String made : List.of("state", "backups")) {
      Folders.delete(folder().resolve(made));
    }
  }

  Path state() {
    return folder().resolve("state");
  }

  /** As a deploy leaves it that was killed in its first step. */
  public void leaveHalfDeploy() throws OpsException {
    Map<String, String> images = new ImagesFile(settings().places().images()).read();
    Release release =
        new Release(
            new Version("0.0.2"),
            "0000000",
            Instant.EPOCH,
            ImagesFile.of(images, Colour.BLUE).orElseThrow(),
            new Release.Schema(1, 1));
    DeployState.beginning(
            new DeployPlan(
                Operation.DEPLOY,
                Colour.GREEN,
                release,
                Optional.empty(),
                Instant.EPOCH,
                images,
                Optional.empty(),
                true,
                Optional.empty()))
        .write(state());
  }

  /** The way people take. */
  Site site() throws OpsException {
    return Site.throughProxy(settings(), certificate());
  }

  /** That nginx shows. */
  String certificate() {
    return Testbed.docker("exec", container("proxy"), "cat", "/etc/nginx/tls/current/site.crt");
  }

  /** What people get. */
  Node version() throws OpsException {
    return site().get("/api/version", Optional.empty()).expect(200);
  }

  /** The servers that run. */
  List<String> running() {
    return Testbed.docker(
            "ps", "--format", "{{.Names}}", "--filter", "name=booking-" + name() + "-server-")
        .lines()
        .sorted()
        .toList();
  }

  /** Publishes what runs under another version; no deploy removes its image. */
  public void publishToStay(String version) throws Exception {
    releasing.publishToStay(version);
  }

  /** The server that answers people. */
  String serving() throws OpsException {
    return "server-" + version().path("colour").text();
  }

  Releasing releasing() {
    return releasing;
  }

  /** The version that people get. */
  String served() throws OpsException {
    return version().path("version").text();
  }

  /** Whether a deploy is under way or was left. */
  Optional<String> step() throws OpsException {
    return Durable.read(state().resolve("deploy.json"))
        .filter(text -> !text.isEmpty())
        .map(
            text -> {
              Matcher matcher = STEP.matcher(text);
              assertThat(matcher.find()).as("a step in " + text).isTrue();
              return matcher.group(1);
            });
  }

  /** Waits until that step has begun, or all of it has ended. */
  void awaitStep(AtWork work, String step) {
    boolean isThere = false;
    try {
      await()
          .atMost(Duration.ofMinutes(4))
          .pollInterval(Duration.ofMillis(1))
          .until(() -> !work.process().isAlive() || step().filter(step::equals).isPresent());
      isThere = true;
    } finally {
      if (!isThere) {
        work.process().destroyForcibly();
      }
    }
  }

  /** Nothing is under way, and one server runs: the one that people get. */
  void expectTidy() throws OpsException {
    assertThat(step()).isEmpty();
    assertThat(running()).containsExactly(container(serving()));
  }

  @Override
  public void close() {
    super.close();
    releasing.forget();
  }
}
