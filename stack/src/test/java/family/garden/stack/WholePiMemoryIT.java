package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * All that the emulated Pi has in use while people look and book, the kernel and the engine among
 * it; with one server, and with two as in a deploy. {@code -Dbooking.minutes} says for how long
 * each.
 */
@NeedsPi
class WholePiMemoryIT {
  private static final int GUESTS = 10;

  /** MB. What is swapped into compressed memory counts with what it takes there. */
  private static final int MOST = 430;

  private static final Pattern PEAK = Pattern.compile("used (\\d+), in swap \\d+, killed (\\d+)");
  private static final Duration LONG = Duration.ofMinutes(Integer.getInteger("booking.minutes", 5));

  private static Pi pi;
  private static Bookings bookings;

  @BeforeAll
  static void find() {
    pi = Pi.running();
    bookings = Bookings.of(pi);
  }

  @Test
  void fitsWithOneServer() {
    watch("one server");
  }

  @Test
  void fitsWithTwoServers() {
    pi.compose("--profile", "green", "up", "--detach", "--wait", "server-green");
    try {
      watch("two servers");
    } finally {
      pi.compose("--profile", "green", "stop", "server-green");
    }
  }

  /** The emulation is too slow for some of the server's time limits, so its 503 are only told. */
  private static void watch(String what) {
    String peak;
    try (Guests guests = Guests.come(bookings, GUESTS)) {
      peak = pi.peakMemory(LONG).strip();
      System.out.printf(
          "Memory with %s: %s; %d answers, failed: %s%n",
          what, peak, guests.answers(), guests.failures());
      assertThat(guests.answers()).isPositive();
    }
    Matcher found = PEAK.matcher(peak);
    assertThat(found.find()).as(peak).isTrue();
    assertThat(Integer.parseInt(found.group(1))).isLessThanOrEqualTo(MOST);
    assertThat(found.group(2)).as("ended for want of memory").isEqualTo("0");
    assertThat(bookings.lost()).isEmpty();
  }
}
