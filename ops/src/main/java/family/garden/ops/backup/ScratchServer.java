package family.garden.ops.backup;

import family.garden.ops.config.Settings;
import family.garden.ops.json.Json;
import family.garden.ops.process.Command;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Answer;
import family.garden.ops.site.Server;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server on a scratch database. Both see nothing but each other, so that no mail goes out and no
 * calendar is fetched twice; it is asked from within its own container.
 */
final class ScratchServer implements Server, AutoCloseable {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final Pattern STATUS = Pattern.compile("HTTP/1\\.[01] (\\d{3})");
  private static final String SECRET = "/run/secrets/server-secret";

  private final Settings settings;
  private final ScratchDatabase database;
  private final SandboxContainer container;

  /** Describes it; nothing is started. */
  ScratchServer(Settings settings, ScratchDatabase database) {
    SandboxContainer beside = database.container();
    this.settings = settings;
    this.database = database;
    this.container =
        new SandboxContainer(beside.engine(), beside.stack(), beside.name() + "-server");
  }

  /** Starts it and waits until it answers; fails with the last lines of its log. */
  void start(String image) throws OpsException {
    String password = UUID.randomUUID().toString();
    database.letIn(password);
    Command run =
        container
            .engine()
            .call("run", "--detach", "--name=" + container.name())
            .with("--network=container:" + database.container().name());
    Processes.run(
            container
                .confined(run, "10002:10000", settings.deploys().serverMemory(), 8, 120)
                .with(
                    "--volume=%s/server-secret:%s:ro"
                        .formatted(settings.places().secrets(), SECRET))
                .with("--env=BOOKING_DATABASE_URL=jdbc:postgresql://127.0.0.1:5432/booking")
                .with("--env=BOOKING_DATABASE_USER=booking", "--env=BOOKING_DATABASE_POOL=2")
                .with("--env=BOOKING_DATABASE_PASSWORD", "--env=BOOKING_SECRET_FILE=" + SECRET)
                .with("--env=BOOKING_PUBLIC_URL=" + settings.publicUrl(), image)
                .withEnvironment(Map.of("BOOKING_DATABASE_PASSWORD", password)),
            SHORT)
        .expectSuccess("start a server", "See whether the engine works and has memory left.");
    awaitReady(settings.deploys().start());
  }

  private void awaitReady(Duration limit) throws OpsException {
    Poller poller = new Poller(limit, Duration.ofMillis(500));
    do {
      ProcessResult answer = ask("/api/health/ready", List.of(), "");
      if (answer.isSuccess()) {
        return;
      }
      if (!container.isRunning()) {
        throw notReady("it ended by itself");
      }
    } while (poller.lookAgain());
    throw notReady("it was not ready after %d s".formatted(limit.toSeconds()));
  }

  private OpsException notReady(String because) throws OpsException {
    return OpsException.refused(
        "start Booking on what was restored",
        "%s; its last words were:\n  %s\n".formatted(because, container.lastWords()),
        "See whether there is memory left.");
  }

  @Override
  public Answer get(String path, Optional<String> token) throws OpsException {
    return answer("GET", path, ask(path, bearer(token), ""));
  }

  @Override
  public Answer post(String path, Map<String, ?> body, Optional<String> token) throws OpsException {
    List<String> options = new ArrayList<>(bearer(token));
    options.add("--post-file=/dev/stdin");
    return answer("POST", path, ask(path, options, Json.writeLine(body)));
  }

  /** Everybody on this machine can read it there, but it opens a scratch database only. */
  private static List<String> bearer(Optional<String> token) {
    return token.map(secret -> "--header=Authorization: Bearer " + secret).stream().toList();
  }

  private ProcessResult ask(String path, List<String> options, String input) throws OpsException {
    return Processes.run(
        container
            .in("busybox", "wget", "-q", "-S", "-O", "-", "-T", "10")
            .with("--header=Content-Type: application/json", "--header=Accept-Language: en")
            .with(options.toArray(String[]::new))
            .with("http://127.0.0.1:8080" + path)
            .withInput(input),
        SHORT);
  }

  private static Answer answer(String method, String path, ProcessResult outcome)
      throws OpsException {
    String request = method + " " + path + " of a server on what was restored";
    Matcher status = STATUS.matcher(outcome.stderr());
    if (!status.find()) {
      throw OpsException.refused(
          request, "no answer came: " + outcome.failure(), BackupVerifier.USE_ANOTHER);
    }
    return new Answer(request, Integer.parseInt(status.group(1)), outcome.stdout());
  }

  @Override
  public void close() throws OpsException {
    container.remove();
  }
}
