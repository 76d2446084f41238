package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The emulated Pi takes a booking, and the plug is pulled while people book: it comes back by
 * itself, and nothing acknowledged is lost. {@code stack/machine/whole test 5} pulls it five times.
 */
@NeedsPi
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WholePiIT {
  private static Pi pi;
  private static TimeServer time;
  private static Bookings bookings;

  @BeforeAll
  static void find() {
    pi = Pi.running();
    time = TimeServer.start();
    bookings = Bookings.of(pi);
  }

  @AfterAll
  static void end() {
    if (time != null) {
      time.close();
    }
  }

  @Test
  @Order(1)
  void takesABookingOverTls() {
    HttpResponse<String> booked = bookings.attempt();
    assertThat(booked.statusCode()).isEqualTo(201);
    String id = Stack.json(booked.body()).path("id").asText();
    HttpResponse<String> read = bookings.read("/api/bookings/" + id);
    assertThat(read.statusCode()).isEqualTo(200);
    assertThat(Stack.json(read.body()).path("startDate"))
        .isEqualTo(Stack.json(booked.body()).path("startDate"));
  }

  static IntStream cuts() {
    return IntStream.rangeClosed(1, Integer.getInteger("booking.power-cuts", 0));
  }

  @ParameterizedTest
  @MethodSource("cuts")
  @Order(2)
  void losesNothingWhenThePowerIsCut(int number) {
    try (Bookings.Writer writer = bookings.write()) {
      writer.awaitMore(5);
      System.out.printf("Power cut %d: %s", number, pi.cutPower());
      Instant cut = Instant.now();
      pi.boot();
      pi.awaitUp();
      System.out.printf(
          "Power cut %d: all of it was back after %d s%n",
          number, Duration.between(cut, Instant.now()).toSeconds());
      writer.awaitMore(5);
    }
    assertThat(bookings.lost()).isEmpty();
    assertThat(bookings.overbookedNights()).isZero();
  }

  @Test
  @Order(3)
  void leavesNothingDamaged() {
    assertThat(
            pi.compose(
                "exec",
                "-T",
                "database",
                "pg_amcheck",
                "--username=database",
                "--install-missing",
                "--heapallindexed",
                "--database=booking"))
        .doesNotContain("ERROR");
    pi.compose("stop", "database");
    try {
      assertThat(
              pi.compose(
                  "run",
                  "--rm",
                  "--no-deps",
                  "--entrypoint",
                  "pg_checksums",
                  "database",
                  "--check"))
          .contains("Bad checksums:  0", "Data checksum version: 1");
    } finally {
      pi.compose("start", "database");
    }
  }
}
