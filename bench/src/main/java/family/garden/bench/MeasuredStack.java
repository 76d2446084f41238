package family.garden.bench;

import family.garden.testkit.StackCopy;
import family.garden.testkit.Testbed;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A copy of the whole stack for the benchmark alone, without nginx's limits for one address. */
final class MeasuredStack extends StackCopy {
  private static final int WARM_UP = 400;
  private static final int HEALTHY_WITHIN = 300;
  private static final Pattern TOKEN = Pattern.compile("\"token\":\"([^\"]+)\"");

  /** The address of the blue server, past nginx. */
  final String server;

  /** A session of the administrator. */
  final String token;

  /**
   * Builds what changed and starts it.
   *
   * @param options further options of the testbed, like {@code --setting}
   */
  MeasuredStack(String name, String... options) {
    super(name, withLoad(options));
    server = "http://" + addressOf("server-blue") + ":8080";
    token = setUp(setupToken());
  }

  private static List<String> withLoad(String... options) {
    List<String> all = new ArrayList<>(List.of("--override", Testbed.file("compose.load.yaml")));
    all.addAll(List.of(options));
    return all;
  }

  /** Both servers, as in the middle of a deploy. */
  void addGreen() {
    up("--green");
  }

  private String addressOf(String service) {
    String network = "booking-" + name() + "_front";
    return Testbed.docker(
        "inspect",
        "--format",
        "{{(index .NetworkSettings.Networks \"" + network + "\").IPAddress}}",
        container(service));
  }

  private String setUp(String secret) {
    String body =
        """
        {"token":"%s","email":"%s","password":"%s","firstName":"Bench","lastName":"Mark"}
        """
            .formatted(secret, ADMIN, PASSWORD);
    String answer =
        send(
            HttpRequest.newBuilder(URI.create(server + "/api/setup"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    Matcher matcher = TOKEN.matcher(answer);
    if (!matcher.find()) {
      throw new Failure("Tried to set up the copy of the stack, failed: " + answer);
    }
    return matcher.group(1);
  }

  /** The certificate of the copy's own authority, as text. */
  String authority() {
    return send(HttpRequest.newBuilder(URI.create("http://localhost:" + http() + "/ca.crt")));
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

  /**
   * Waits until a container is healthy; longer than Compose does, for slow machines.
   *
   * @param id its name or number
   */
  void awaitHealthy(String id) {
    for (int second = 0; second < HEALTHY_WITHIN; second++) {
      if (Testbed.docker("inspect", "--format", "{{.State.Health.Status}}", id).equals("healthy")) {
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

  /** How often the engine had to start the container of a service again. */
  int restarts(String service) {
    return Integer.parseInt(
        Testbed.docker("inspect", "--format", "{{.RestartCount}}", container(service)));
  }

  /** Answers of nginx since the start with a status from 500. */
  long failures() {
    return Testbed.docker("logs", container("proxy"))
        .lines()
        .filter(line -> line.contains("\"status\":5"))
        .count();
  }
}
