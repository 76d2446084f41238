package family.garden.ops.backup;

import family.garden.ops.StackWithCtl;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.result.OpsException;
import family.garden.testkit.StackCopy;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;

/** A member who books and remembers the acknowledged bookings with their times. */
final class Guest {
  private final HttpClient client = HttpClient.newHttpClient();
  private final String server;
  private final Map<String, Instant> acknowledged = new ConcurrentHashMap<>();
  private final String token;
  private final String place;

  /** Sets the garden up. */
  Guest(StackWithCtl box) throws OpsException {
    server = "http://" + box.settings().front() + ".11:8080";
    token =
        post(
                "/api/setup",
                """
                {"token":"%s","email":"%s","password":"%s","firstName":"Gesa","lastName":"Gast"}
                """
                    .formatted(box.setupToken(), StackCopy.ADMIN, StackCopy.PASSWORD),
                "")
            .path("token")
            .text();
    place =
        post(
                "/api/sleeping-accommodations",
                "{\"name\":\"Wiese\",\"type\":\"Tent\",\"maxCapacity\":50}",
                token)
            .path("id")
            .text();
  }

  /** Books two nights and returns the id of the booking. */
  String book() throws OpsException {
    LocalDate start =
        LocalDate.now(ZoneOffset.UTC).plusDays(ThreadLocalRandom.current().nextInt(1, 1800));
    String id =
        post(
                "/api/bookings",
                """
                {"startDate":"%s","endDate":"%s",
                 "bookingItems":[{"sleepingAccommodationId":"%s","personCount":1}]}
                """
                    .formatted(start, start.plusDays(2), place),
                token)
            .path("id")
            .text();
    acknowledged.put(id, Instant.now());
    return id;
  }

  /** All acknowledged bookings with their times. */
  Map<String, Instant> acknowledged() {
    return acknowledged;
  }

  /** Books some times a second until it is closed; remembers only acknowledged bookings. */
  ScheduledExecutorService keepBooking(int perSecond) {
    ScheduledExecutorService executor = Executors.newSingleThreadScheduledExecutor();
    var _ =
        executor.scheduleAtFixedRate(this::tryToBook, 0, 1000 / perSecond, TimeUnit.MILLISECONDS);
    return executor;
  }

  private void tryToBook() {
    try {
      book();
    } catch (OpsException | AssertionError notAcknowledged) {
      // The night is full, or the server was killed.
    }
  }

  private Node post(String path, String json, String bearer) throws OpsException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server + path))
            .timeout(Duration.ofSeconds(30))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json));
    if (!bearer.isEmpty()) {
      request.header("Authorization", "Bearer " + bearer);
    }
    try {
      HttpResponse<String> answer =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 201) {
        throw new AssertionError(path + ": " + answer.statusCode() + " " + answer.body());
      }
      return Json.tree(answer.body(), path);
    } catch (IOException e) {
      throw new AssertionError(path + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
