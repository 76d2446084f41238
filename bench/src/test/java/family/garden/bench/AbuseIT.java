package family.garden.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The short form of {@code ./booking bench abuse}: a minute of every attack at once. */
class AbuseIT {
  private static final Path HOME = Path.of(System.getProperty("basedir", "."), "..");

  @Test
  void aMemberIsServedBesideEveryAttack() {
    AbuseBenchmark.Outcome outcome =
        new AbuseBenchmark(HOME.normalize(), Duration.ofMinutes(1), false).run();
    assertThat(outcome.attacked().failures()).isEmpty();
    assertThat(outcome.attacked().answers()).isPositive();
    assertThat(outcome.series()).isLessThanOrEqualTo(AbuseBenchmark.MOST_SERIES);
  }
}
