package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DueTest {
  private static final Instant MADE = Instant.parse("2026-01-01T00:50:00Z");
  private static final Manifest BASE = Manifests.made(BackupType.BASE, 3, MADE, true);

  @Test
  void aBaseIsDueAtOnceWhereNothingFromNowOnCouldBeRestored() {
    assertThat(atOnce(Optional.empty(), Manifests.SYSTEM, 1, Optional.empty()))
        .contains("there is no base");
    assertThat(atOnce(Optional.of(BASE), "another", 1, Optional.empty()))
        .contains("the base is from before a restore");
    assertThat(atOnce(Optional.of(BASE), Manifests.SYSTEM, 2, Optional.empty()))
        .contains("the base is from before a restore");
    assertThat(atOnce(Optional.of(BASE), Manifests.SYSTEM, 1, Optional.of("X")))
        .contains("the WAL has a gap at X");
    assertThat(atOnce(Optional.of(BASE), Manifests.SYSTEM, 1, Optional.empty())).isEmpty();
  }

  private static Optional<String> atOnce(
      Optional<Manifest> base, String systemId, long timeline, Optional<String> gap) {
    return Due.atOnce(base, systemId, timeline, gap);
  }

  @Test
  void aBaseIsDueInTheNightInWhichItGetsTooOld() {
    assertThat(Due.byAge(BASE, MADE.plus(Duration.ofDays(6)), 7)).isEmpty();
    // The timer ran some minutes earlier in the day than a week before.
    assertThat(Due.byAge(BASE, MADE.plus(Duration.ofDays(7)).minusSeconds(600), 7))
        .contains("the base is 7 days old");
    assertThat(Due.byAge(BASE, MADE.plus(Duration.ofDays(30)), 7))
        .contains("the base is 30 days old");
    assertThat(Due.byAge(BASE, MADE.minus(Duration.ofDays(30)), 7))
        .contains("the age of the base is unknown");
  }
}
