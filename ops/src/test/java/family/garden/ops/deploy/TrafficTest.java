package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.proxy.LogLine;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TrafficTest {
  private static final Duration SLOWER = Duration.ofMillis(500);

  @ParameterizedTest(name = "{0} of {1} failed before, {2} of {3} now: trouble {4}")
  @CsvSource({
    "0, 0, 0, 0, false", // nobody comes
    "0, 100, 2, 2, false", // one or two failures may have any cause
    "0, 100, 3, 3, true",
    "0, 0, 3, 10, true", // nothing to compare with
    "0, 9000, 3, 9000, false", // a busy site has that many for other reasons
    "0, 9000, 90, 9000, true",
    "50, 100, 50, 100, false", // the database is away, for both of them
    "10, 100, 30, 100, true", // it was bad, and is three times as bad
    "0, 100, 5, 4000, true"
  })
  void countsFailures(int failedBefore, int before, int failedNow, int now, boolean worse) {
    assertThat(
            traffic(now, failedNow, 0.02)
                .worseThan(traffic(before, failedBefore, 0.02), SLOWER)
                .isPresent())
        .isEqualTo(worse);
  }

  @ParameterizedTest(name = "{0} answers of {1} s before, {2} of {3} s now: trouble {4}")
  @CsvSource({
    "100, 0.02, 100, 0.02, false",
    "100, 0.02, 100, 0.50, false", // 25 times as slow, and nobody feels half a second
    "100, 0.02, 100, 0.60, true",
    "100, 0.02, 5, 5.00, false", // too few to tell
    "5, 0.02, 100, 5.00, false",
    "100, 1.00, 100, 2.00, false", // a slow machine varies by a factor of two
    "100, 1.00, 100, 3.50, true"
  })
  void comparesHowLongAnswersTake(
      int before, double secondsBefore, int now, double seconds, boolean worse) {
    assertThat(
            traffic(now, 0, seconds)
                .worseThan(traffic(before, 0, secondsBefore), SLOWER)
                .isPresent())
        .isEqualTo(worse);
  }

  @ParameterizedTest(name = "{1} of {0} answers take 2 s: trouble {2}")
  @CsvSource({
    "100, 20, true", // it hangs now and then, and most answers are from in between
    "100, 5, false",
    "20, 4, false", // too few to tell
    "20, 5, true"
  })
  void noticesAServerThatHangs(int answers, int slow, boolean worse) {
    Traffic now = traffic(answers - slow, 0, 0.02);
    for (int i = 0; i < slow; i++) {
      now.add(new LogLine("a:1", "/api/me", 200, 2));
    }
    assertThat(now.worseThan(traffic(100, 0, 0.02), SLOWER).isPresent()).isEqualTo(worse);
  }

  @Test
  void doesNotCallACheckedPasswordSlow() {
    Traffic now = new Traffic();
    for (int i = 0; i < 50; i++) {
      now.add(new LogLine("a:1", "/api/auth/login", 200, 9));
    }
    assertThat(now.nineInTen()).isEmpty();
  }

  private static Traffic traffic(int requests, int failed, double seconds) {
    Traffic traffic = new Traffic();
    for (int i = 0; i < requests; i++) {
      traffic.add(new LogLine("a:1", "/api/me", i < failed ? 500 : 200, seconds));
    }
    return traffic;
  }
}
