package family.garden.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the whole stack for the benchmark alone; closing deletes it. */
final class StackCopy implements AutoCloseable {
  private static final int WARM_UP = 400;
  private static final int HEALTHY_WITHIN = 300;
  private static final Pattern ADDRESS = Pattern.compile("https://localhost:\\d+");
  private static final Pattern TRUST = Pattern.compile("http://localhost:\\d+");
  private static final Pattern LIVE = Pattern.compile("source: (/\\S+/live)\\s");
  private static final Pattern SETUP = Pattern.compile("/setup#token=(\\S+)");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  static final String EMAIL = "bench@garden.example";
  static final String PASSWORD = "as fast as the garden grows";

  private final Path home;
  private final String name;
  private final List<String> options = new ArrayList<>();

  /** Through nginx. */
  final String address;

  /** Without TLS: where the authority's certificate is. */
  final String plain;

  /** The address of the blue server, past nginx. */
  final String server;

  /** A session of the administrator. */
  final String token;

  /**
   * Builds what changed and starts it.
   *
   * @param options further options of the testbed, like {@code --setting}
   */
  StackCopy(Path home, String name, String... options) {
    this.home = home;
    this.name = name;
    this.options.addAll(
        List.of("--override", home.resolve("stack/compose.load.yaml").toAbsolutePath().toString()));
    this.options.addAll(List.of(options));
    testbed("down", "--name", name, "--data");
    String printed = up();
    address = found(ADDRESS, printed, 0);
    plain = found(TRUST, printed, 0);
    server = "http://" + addressOf("server-blue") + ":8080";
    token = setUp(found(SETUP, printed, 1));
  }

  private String up(String... more) {
    List<String> arguments = new ArrayList<>(List.of("up", "--name", name));
    arguments.addAll(this.options);
    arguments.addAll(List.of(more));
    return testbed(arguments.toArray(String[]::new));
  }

  /** Both servers, as in the middle of a deploy. */
  void addGreen() {
    up("--green");
  }

  private String addressOf(String service) {
    String network = "booking-" + name + "_front";
    return docker(
            "inspect",
            "--format",
            "{{(index .NetworkSettings.Networks \"" + network + "\").IPAddress}}",
            container(service))
        .strip();
  }

  private String setUp(String secret) {
    String body =
        """
        {"token":"%s","email":"%s","password":"%s","firstName":"Bench","lastName":"Mark"}
        """
            .formatted(secret, EMAIL, PASSWORD);
    return found(
        TOKEN,
        send(
            HttpRequest.newBuilder(URI.create(server + "/api/setup"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))),
        1);
  }

  /** The certificate of the copy's own authority, as text. */
  String authority() {
    return send(HttpRequest.newBuilder(URI.create(plain + "/ca.crt")));
  }

  private static String send(HttpRequest.Builder request) {
    try (HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      return client.send(request.build(), BodyHandlers.ofString()).body();
    } catch (IOException e) {
      throw new Failure("Tried to ask the copy of the stack, failed: " + e.getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }

  /** Runs SQL as the database's own user. */
  void sql(String statements) {
    docker(
        "exec",
        container("database"),
        "psql",
        "--quiet",
        "--username=database",
        "--dbname=booking",
        "--command=" + statements);
  }

  /**
   * Waits until a container is healthy; longer than Compose does, for slow machines.
   *
   * @param id its name or number
   */
  void awaitHealthy(String id) {
    for (int second = 0; second < HEALTHY_WITHIN; second++) {
      if (docker("inspect", "--format", "{{.State.Health.Status}}", id).strip().equals("healthy")) {
        return;
      }
      Pause.seconds(1);
    }
    throw new Failure("Waited for %s to be healthy, and gave up.".formatted(id));
  }

  /**
   * Sends requests to a server, past nginx, until it is fast: a healthy server's first responses
   * under load took seconds, and it refused some.
   */
  void warmUp(String service) {
    String direct = "http://" + addressOf(service) + ":8080";
    for (int i = 0; i < WARM_UP; i++) {
      LocalDate from = LocalDate.now(ZoneOffset.UTC).plusDays(i);
      String path =
          i % 2 == 0
              ? "/api/timeline?from=%s&to=%s".formatted(from, from.plusDays(42))
              : "/api/bookings/availability?startDate=%s&endDate=%s"
                  .formatted(from, from.plusDays(7));
      send(
          HttpRequest.newBuilder(URI.create(direct + path))
              .header("Authorization", "Bearer " + token));
    }
  }

  /** The folder that says which colour is live. */
  Path live() {
    return Path.of(found(LIVE, compose("config"), 1));
  }

  /** How often the engine had to start the container of a service again. */
  int restarts(String service) {
    return Integer.parseInt(
        docker("inspect", "--format", "{{.RestartCount}}", container(service)).strip());
  }

  /** Answers of nginx since the start with a status from 500. */
  long failures() {
    return docker("logs", container("proxy"))
        .lines()
        .filter(line -> line.contains("\"status\":5"))
        .count();
  }

  /** Runs Compose on this copy, with the further Compose files that it was started with. */
  String compose(String... arguments) {
    List<String> all = new ArrayList<>(List.of("compose", "--name", name));
    all.addAll(options);
    all.add("--");
    all.addAll(List.of(arguments));
    return testbed(all.toArray(String[]::new));
  }

  String docker(String... arguments) {
    List<String> all = new ArrayList<>(List.of("docker"));
    all.addAll(List.of(arguments));
    return testbed(all.toArray(String[]::new));
  }

  String container(String service) {
    return "booking-" + name + "-" + service + "-1";
  }

  private String testbed(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("stack/testbed/testbed").toAbsolutePath().toString());
    command.addAll(List.of(arguments));
    return Tools.run(Map.of(), command);
  }

  private static String found(Pattern pattern, String text, int group) {
    Matcher matcher = pattern.matcher(text);
    if (!matcher.find()) {
      throw new Failure("Expected %s in:%n%s".formatted(pattern, text));
    }
    return matcher.group(group);
  }

  @Override
  public void close() {
    testbed("down", "--name", name, "--data");
  }
}
