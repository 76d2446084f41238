package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** The metrics that a deploy compares while both versions run, and those that alerts use. */
class MetricsIT {
  private static final String SERVED = "http_requests_total{status=\"200\"}";
  private static final String VERSION = "{method=\"GET\",route=\"/api/version\"";

  @AutoClose
  private final GardenServer server = GardenServer.on(TestDatabase.shared().fresh()).start();

  @Test
  void requestsAreCountedByStatusAndTimed() {
    double before = Metrics.of(server, SERVED);
    for (int i = 0; i < 3; i++) {
      server.api().get("/api/version").expect(200);
    }
    server.api().get("/api/me").expect(401);
    await()
        .untilAsserted(
            () -> {
              assertThat(Metrics.of(server, SERVED)).isEqualTo(before + 3);
              assertThat(Metrics.of(server, "http_requests_total{status=\"401\"}")).isEqualTo(1);
              assertThat(Metrics.of(server, "http_route_duration_seconds_count" + VERSION + "}"))
                  .isEqualTo(3);
            });
    assertThat(Metrics.page(server))
        .contains("http_request_duration_seconds_bucket{le=\"0.25\"}")
        .doesNotContain("http_route_duration_seconds_bucket");
  }

  @Test
  void requestsUnderWayAreCountedUntilTheyEndOrAreGivenUp() throws IOException {
    await().until(() -> inFlight() == 0);
    try (SlowClient _ = SlowClient.withBody(server.address());
        SlowClient _ = SlowClient.withBody(server.address())) {
      await().until(() -> inFlight() == 2);
    }
    await().until(() -> inFlight() == 0);
    server.api().get("/api/version").expect(200);
    await().until(() -> inFlight() == 0);
  }

  private double inFlight() {
    return Metrics.of(server, "http_requests_in_flight");
  }

  @Test
  void thePoolAndTheOutboxAreReported() {
    assertThat(Metrics.of(server, "database_connections_active")).isNotNegative();
    assertThat(Metrics.of(server, "database_connections_awaiting")).isZero();
    assertThat(Metrics.of(server, "outbox_waiting")).isZero();
  }

  @Test
  void countersOfFailuresExistBeforeTheFirst() {
    try (GardenServer unused = GardenServer.on(TestDatabase.shared().fresh()).start()) {
      assertThat(Metrics.of(unused, "http_requests_total{status=\"500\"}")).isZero();
      assertThat(Metrics.of(unused, "http_requests_total{status=\"409\"}")).isZero();
      assertThat(Metrics.of(unused, "booking_creation_errors_total")).isZero();
      assertThat(Metrics.of(unused, "booking_creation_failures_total{cause=\"full\"}")).isZero();
      assertThat(Metrics.of(unused, "security_events_total{kind=\"LoginRefused\"}")).isZero();
      assertThat(Metrics.of(unused, "external_calendar_reads_total{result=\"failed\"}")).isZero();
      assertThat(Metrics.of(unused, "outbox_letters_total{result=\"refused\"}")).isZero();
      assertThat(Metrics.page(unused))
          .contains("\nrate_limit_refusals_total ", "\nsessions_begun_total{");
    }
  }

  @Test
  void theCacheHasNoHitRatioBeforeItsFirstLookUp() {
    assertThat(Metrics.page(server)).doesNotContain("cache_hit_ratio");
    Api member = server.people().administrator().api();
    Stay stay = Stay.oneNight(Stay.newPlace(member, 1), GardenServer.today().plusDays(1));
    assertThat(stay.free(member)).isEqualTo(1);
    assertThat(Metrics.of(server, "cache_hit_ratio")).isBetween(0.0, 1.0);
  }

  @Test
  void postgresqlHasTheNamesOfItsExporter() {
    await().untilAsserted(() -> assertThat(Metrics.of(server, "pg_up")).isEqualTo(1));
    String page = Metrics.page(server);
    assertThat(page)
        .containsPattern("(?m)^pg_database_size_bytes\\{datname=\"\\w+\"} \\d")
        .containsPattern("(?m)^pg_stat_activity_count\\{datname=\"\\w+\",state=\"idle\"} \\d")
        .containsPattern("(?m)^pg_stat_archiver_failed_count \\d")
        .doesNotContain("redis_");
    assertThat(Metrics.of(server, "pg_settings_max_connections")).isPositive();
  }

  @Test
  void theGardenIsCounted() {
    Api member = server.people().administrator().api();
    Stay stay = Stay.oneNight(Stay.newPlace(member, 3), GardenServer.today().plusDays(1));
    stay.book(member).expect(201);
    await()
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              assertThat(Metrics.of(server, "booking_bookings{state=\"pending\"}")).isEqualTo(1);
              assertThat(Metrics.of(server, "booking_bed_nights_occupied")).isEqualTo(1);
              assertThat(Metrics.of(server, "booking_bed_nights_offered")).isEqualTo(90);
            });
    assertThat(Metrics.of(server, "booking_bookings{state=\"completed\"}")).isZero();
    assertThat(Metrics.of(server, "booking_waiting_entries")).isZero();
    assertThat(Metrics.of(server, "external_calendars{state=\"failing\"}")).isZero();
    assertThat(Metrics.of(server, "sessions_begun_total{method=\"other\"}")).isPositive();
  }

  @Test
  void attemptsThatFailAreCountedByTheirCause() {
    Api member = server.people().administrator().api();
    Stay past = Stay.oneNight(Stay.newPlace(member, 1), GardenServer.today().minusDays(1));
    past.book(member).expect(400);
    assertThat(Metrics.of(server, "booking_creation_failures_total{cause=\"invalid\"}"))
        .isEqualTo(1);
    assertThat(Metrics.of(server, "booking_creation_errors_total")).isZero();
  }

  @Test
  void aPrivateCalendarAddressIsNotReported() {
    Api member = server.people().administrator().api();
    String url = member.post("/api/me/calendar-feed").expect(201).body().path("url").asText();
    String path = URI.create(url).getPath();
    server.api().get(path).expect(200);
    await()
        .untilAsserted(
            () -> assertThat(Metrics.page(server)).contains("route=\"/api/calendar/{token}.ics\""));
    assertThat(Metrics.page(server)).doesNotContain(path);
  }
}
