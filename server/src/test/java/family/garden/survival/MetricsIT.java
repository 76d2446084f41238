package family.garden.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.contract.Api;
import family.garden.contract.GardenServer;
import family.garden.contract.TestDatabase;
import java.io.IOException;
import java.net.URI;
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
