package family.garden.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the whole stack for the benchmark alone; closing it leaves nothing of it. */
final class StackCopy implements AutoCloseable {
  private static final String NAME = "bench";
  private static final Pattern ADDRESS = Pattern.compile("https://localhost:\\d+");
  private static final Pattern SETUP = Pattern.compile("/setup#token=(\\S+)");
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  private final Path home;

  /** Through nginx. */
  final String address;

  /** The address of the blue server, past nginx. */
  final String server;

  /** A session of the administrator. */
  final String token;

  /**
   * Builds what changed and starts it.
   *
   * @param limit the group whose memory limit holds for all of it together
   */
  StackCopy(Path home, MemoryLimit limit) {
    this.home = home;
    testbed("down", "--name", NAME, "--data");
    String said = up("--setting", "BOOKING_CGROUP=" + limit.name());
    address = found(ADDRESS, said, 0);
    server = "http://" + addressOf("server-blue") + ":8080";
    token = setUp(found(SETUP, said, 1));
  }

  private String up(String... options) {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "up",
                "--name",
                NAME,
                "--override",
                home.resolve("stack/compose.load.yaml").toAbsolutePath().toString()));
    arguments.addAll(List.of(options));
    return testbed(arguments.toArray(String[]::new));
  }

  /** Both servers, as in the middle of a deploy. */
  void addGreen() {
    up("--green");
  }

  private String addressOf(String service) {
    String network = "booking-" + NAME + "_front";
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
        {"token":"%s","email":"bench@garden.example","password":"as fast as the garden grows",
         "firstName":"Bench","lastName":"Mark"}
        """
            .formatted(secret);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(server + "/api/setup"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient client = HttpClient.newHttpClient()) {
      return found(TOKEN, client.send(request, BodyHandlers.ofString()).body(), 1);
    } catch (IOException e) {
      throw new Failure("Tried to set the garden up, failed: " + e.getMessage());
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

  String docker(String... arguments) {
    List<String> all = new ArrayList<>(List.of("docker"));
    all.addAll(List.of(arguments));
    return testbed(all.toArray(String[]::new));
  }

  String container(String service) {
    return "booking-" + NAME + "-" + service + "-1";
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
    testbed("down", "--name", NAME, "--data");
  }
}
