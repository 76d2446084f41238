package family.garden.stack;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A member who books one stay after the other and remembers those that the server acknowledged. */
final class Bookings {
  private static final String EMAIL = "faults@garden.example";
  private static final String PASSWORD = "rain on the tent roof";

  private final Running stack;
  private final Site site;
  private final String token;
  private final List<String> places;
  private final Queue<String> acknowledged = new ConcurrentLinkedQueue<>();

  private Bookings(Running stack, Site site, String token, List<String> places) {
    this.stack = stack;
    this.site = site;
    this.token = token;
    this.places = places;
  }

  /** Logs in, and sets the garden up first if it is new; adds a few accommodations. */
  static Bookings of(Running stack) {
    Site site = Site.of(stack);
    HttpResponse<String> known = login(site);
    if (known.statusCode() == 401) {
      String body =
          """
          {"token":"%s","email":"%s","password":"%s","firstName":"Frida","lastName":"Fest"}
          """
              .formatted(stack.setupToken(), EMAIL, PASSWORD);
      text(site.post("/api/setup", body), 201, "token");
    }
    String token = text(login(site), 200, "token");
    List<String> places =
        IntStream.range(0, 4)
            .mapToObj(
                n ->
                    text(
                        site.post(
                            "/api/sleeping-accommodations",
                            "{\"name\":\"Platz %s\",\"type\":\"Tent\",\"maxCapacity\":2}"
                                .formatted(UUID.randomUUID()),
                            "Authorization",
                            "Bearer " + token),
                        201,
                        "id"))
            .toList();
    return new Bookings(stack, site, token, places);
  }

  private static HttpResponse<String> login(Site site) {
    return site.post(
        "/api/auth/login", "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(EMAIL, PASSWORD));
  }

  private static String text(HttpResponse<String> answer, int status, String field) {
    JsonNode body = Stack.json(answer.body());
    if (answer.statusCode() != status) {
      throw new AssertionError("Expected " + status + ": " + answer.statusCode() + " " + body);
    }
    return body.path(field).asText();
  }

  /**
   * Books two nights in some accommodation, and remembers the booking if the server acknowledged
   * it.
   */
  HttpResponse<String> attempt() {
    return attempt(someday());
  }

  /** Books two nights from this day on. */
  HttpResponse<String> attempt(LocalDate start) {
    String request = request(start);
    HttpResponse<String> answer =
        site.post("/api/bookings", request, "Authorization", "Bearer " + token);
    if (answer.statusCode() == 201) {
      acknowledged.add(Stack.json(answer.body()).path("id").asText());
    }
    return answer;
  }

  /** Two nights in a random accommodation, from a random day on. */
  String request() {
    return request(someday());
  }

  private String request(LocalDate start) {
    int place = ThreadLocalRandom.current().nextInt(places.size());
    return """
        {"startDate":"%s","endDate":"%s",
         "bookingItems":[{"sleepingAccommodationId":"%s","personCount":1}]}
        """
        .formatted(start, start.plusDays(2), places.get(place));
  }

  private static LocalDate someday() {
    return LocalDate.now(ZoneOffset.UTC).plusDays(ThreadLocalRandom.current().nextInt(1, 1800));
  }

  /** Reads the member's own bookings. */
  HttpResponse<String> read() {
    return read("/api/bookings?timeRange=Future");
  }

  HttpResponse<String> read(String path) {
    return site.get(path, "Authorization", "Bearer " + token);
  }

  /** Accepts compressed responses, as every browser does; does not decompress the body. */
  HttpResponse<String> readPacked(String path) {
    return site.get(path, "Authorization", "Bearer " + token, "Accept-Encoding", "gzip");
  }

  /** Books one person in each accommodation, from this day on; returns the response. */
  HttpResponse<String> bookEverywhere(LocalDate start) {
    return site.post("/api/bookings", everywhere(start, ""), "Authorization", "Bearer " + token);
  }

  /** Changes what {@link #bookEverywhere} booked to have these notes. */
  HttpResponse<String> note(String id, LocalDate start, String notes, String etag) {
    return site.put(
        "/api/bookings/" + id,
        everywhere(start, notes),
        "Authorization",
        "Bearer " + token,
        "If-Match",
        etag);
  }

  /** Accepts the version that was read. */
  HttpResponse<String> accept(String id, String etag) {
    return site.post(
        "/api/bookings/" + id + "/accept",
        "{}",
        "Authorization",
        "Bearer " + token,
        "If-Match",
        etag);
  }

  private String everywhere(LocalDate start, String notes) {
    String items =
        places.stream()
            .map("{\"sleepingAccommodationId\":\"%s\",\"personCount\":1}"::formatted)
            .collect(Collectors.joining(","));
    return "{\"startDate\":\"%s\",\"endDate\":\"%s\",\"notes\":\"%s\",\"bookingItems\":[%s]}"
        .formatted(start, start.plusDays(2), notes, items);
  }

  /** The member's session. */
  String token() {
    return token;
  }

  Writer write() {
    return new Writer();
  }

  /** The acknowledged bookings that are not in the database. */
  List<String> lost() {
    List<String> stored = stack.sql("SELECT id FROM booking").lines().map(String::strip).toList();
    return acknowledged.stream().filter(id -> !stored.contains(id)).toList();
  }

  int overbookedNights() {
    return Integer.parseInt(
        stack
            .sql(
                """
                SELECT count(*) FROM (
                  SELECT 1 FROM booking b
                  JOIN booking_item i ON i.booking_id = b.id
                  JOIN accommodation a ON a.id = i.accommodation_id
                  CROSS JOIN generate_series(b.start_date, b.end_date - 1, interval '1 day') night
                  WHERE b.status IN ('Pending', 'Accepted')
                  GROUP BY a.id, a.max_capacity, night
                  HAVING sum(i.person_count) > a.max_capacity) overbooked
                """)
            .strip());
  }

  /** Books one stay after the other until it is closed; a failed booking is not repeated. */
  final class Writer implements AutoCloseable {
    private volatile boolean enough;
    private final AtomicLong unanswered = new AtomicLong();
    private final Thread thread = Thread.ofVirtual().start(this::run);

    private void run() {
      while (!enough) {
        try {
          attempt();
        } catch (AssertionError broken) {
          // A killed server does not answer, so it has acknowledged nothing.
          unanswered.incrementAndGet();
        }
      }
    }

    /** How many attempts got no answer at all. */
    long unanswered() {
      return unanswered.get();
    }

    /** Waits until the server has acknowledged {@code count} more bookings. */
    void awaitMore(int count) {
      int target = acknowledged.size() + count;
      await().atMost(stack.patience()).until(() -> acknowledged.size() >= target);
    }

    @Override
    public void close() {
      enough = true;
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
