package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import family.garden.testkit.Programs;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * The Pi has no clock battery: it starts with a wrong time, and the right one comes from the
 * network later or not at all. Sessions and dates must make sense meanwhile.
 */
@NeedsPi
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholePiClockIT {
  /** How often the time is kept on the card, and how late what is written gets there. */
  private static final Duration SAVED_EVERY = Duration.ofMinutes(11);

  private static Pi pi;
  private static Bookings bookings;

  @BeforeAll
  static void find() {
    pi = Pi.running();
    bookings = Bookings.of(pi);
  }

  @Test
  @Order(1)
  void goesOnFromTheTimeKeptOnTheCard() {
    Instant before = pi.clock();
    pi.cutPower();
    pi.boot("--rtc", "2020-01-01T00:00:00");
    pi.awaitUp();
    assertThat(pi.clock()).isAfter(before.minus(SAVED_EVERY)).isBefore(Instant.now());
    LocalDate today = LocalDate.ofInstant(pi.clock(), ZoneOffset.UTC);
    assertThat(bookings.attempt(LocalDate.of(2020, 2, 1)).statusCode()).isEqualTo(400);
    assertThat(bookings.attempt(today.minusDays(2)).statusCode()).isEqualTo(400);
    assertThat(bookings.read().statusCode()).as("of the session begun before").isEqualTo(200);
  }

  @Test
  @Order(2)
  void waitedForTheTimeBeforeAnyContainerRan() {
    assertThat(reached("docker.service")).isGreaterThanOrEqualTo(reached("time-sync.target"));
  }

  /** Microseconds from boot. */
  private static long reached(String unit) {
    return Long.parseLong(
        pi.run("systemctl", "show", "--property=ActiveEnterTimestampMonotonic", "--value", unit)
            .strip());
  }

  @Test
  @Order(3)
  void takesTheRightTimeWhenItComes() {
    try (TimeServer _ = TimeServer.start()) {
      awaitTime();
      assertThat(bookings.attempt().statusCode()).isEqualTo(201);
    }
  }

  @Test
  @Order(4)
  void getsOverAClockThatIsAhead() {
    pi.shutDown();
    pi.boot("--rtc", "2031-01-01T00:00:00");
    pi.awaitUp();
    assertThat(pi.clock()).isAfter(Instant.parse("2031-01-01T00:00:00Z"));
    assertThat(statusOf(bookings.token())).as("of a session that has run out").isEqualTo("401");
    try (TimeServer _ = TimeServer.start()) {
      awaitTime();
      // The certificate that was made in the year ahead is not good yet.
      await()
          .atMost(pi.patience())
          .pollInterval(Duration.ofSeconds(5))
          .ignoreExceptionsInstanceOf(AssertionError.class)
          .until(() -> bookings.read().statusCode() < 500);
      assertThat(Bookings.of(pi).attempt().statusCode()).isEqualTo(201);
    }
  }

  private static void awaitTime() {
    await()
        .atMost(pi.patience())
        .pollInterval(Duration.ofSeconds(2))
        .until(
            () ->
                Duration.between(pi.clock(), Instant.now()).abs().compareTo(Duration.ofSeconds(30))
                    < 0);
    assertThat(pi.run("timedatectl", "show", "--property=NTPSynchronized", "--value").strip())
        .isEqualTo("yes");
  }

  /** Without looking at the certificate. */
  private static String statusOf(String token) {
    return Programs.run(
            List.of("curl", "-sk", "-o", "/dev/null", "-w", "%{http_code}"),
            "-H",
            "Authorization: Bearer " + token,
            pi.address() + "/api/me")
        .expectSuccess()
        .output();
  }
}
