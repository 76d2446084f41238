package family.garden.platform.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepetitionsTest {
  private static final long MINUTE = Duration.ofMinutes(1).toNanos();

  private final Repetitions repetitions = new Repetitions();

  private int shown(int times, String what) {
    return (int)
        IntStream.range(0, times).filter(i -> repetitions.isShown("logger", what, 0)).count();
  }

  @Test
  void showsTheFirstOfEqualWarningsAndCountsTheOthers() {
    assertThat(shown(315, "the same")).isEqualTo(Repetitions.SHOWN);
    assertThat(repetitions.summaries(MINUTE))
        .contains("… and 312 more in the last minute: the same");
  }

  @Test
  void tellsNothingBeforeTheMinuteIsOver() {
    shown(100, "the same");
    assertThat(repetitions.summaries(MINUTE - 1)).isEmpty();
  }

  @Test
  void tellsNothingWhereNothingWasLeftOut() {
    shown(Repetitions.SHOWN, "the same");
    assertThat(repetitions.summaries(MINUTE)).isEmpty();
  }

  @Test
  void showsAgainInTheNextMinute() {
    shown(100, "the same");
    repetitions.summaries(MINUTE);
    assertThat(shown(1, "the same")).isEqualTo(1);
  }

  @Test
  void boundsDifferentWarningsOfOneLogger() {
    int shown = IntStream.range(0, 10_000).map(i -> shown(1, "different " + i)).sum();
    assertThat(shown).isEqualTo(Repetitions.SHOWN_OF_LOGGER);
    assertThat(repetitions.summaries(MINUTE)).hasSizeLessThan(10);
  }
}
