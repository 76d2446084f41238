package family.garden.ops.watch;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.HistoryEntry.Ended;
import family.garden.ops.deploy.Kind;
import family.garden.ops.release.Version;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WatchTest {
  private static final LocalTime NOON = LocalTime.of(12, 0);
  private static final LocalTime NIGHT = LocalTime.of(3, 30);
  private static final Hours AWAKE = Hours.of("09-21");

  @Test
  void deploysWhatIsNewerAndOnAnEmptyMachineTheFirst() {
    assertThat(wait("1.4.0", "1.3.9", NOON)).isEmpty();
    assertThat(wait("1.4.0", "1.4.0-rc.2", NOON)).isEmpty();
    assertThat(Watch.reasonToWait(version("1.4.0"), Optional.empty(), List.of(), AWAKE, NOON))
        .isEmpty();
  }

  @Test
  void saysThatThereIsNothingToDo() {
    assertThat(wait("1.4.0", "1.4.0", NOON)).hasValueSatisfying(containing("serves already"));
  }

  @Test
  void refusesAnOlderOne() {
    assertThat(wait("1.4.0", "1.10.0", NOON)).hasValueSatisfying(containing("older than 1.10.0"));
  }

  @Test
  void leavesTheKeeperAsleep() {
    assertThat(wait("1.4.0", "1.3.0", NIGHT)).hasValueSatisfying(containing("BOOKING_WATCH_HOURS"));
    assertThat(
            Watch.reasonToWait(
                version("1.4.0"), Optional.of(version("1.3.0")), List.of(), Hours.of(""), NIGHT))
        .isEmpty();
  }

  @Test
  void triesNothingAgainThatWasTakenBack() {
    assertThat(wait("1.4.0", entry(Kind.DEPLOY, "1.3.0", "1.4.0", Ended.UNDONE)))
        .hasValueSatisfying(containing("tried and taken back"));
    assertThat(wait("1.4.0", entry(Kind.ROLLBACK, "1.4.0", "1.3.0", Ended.DONE)))
        .hasValueSatisfying(containing("tried and taken back"));
    assertThat(wait("1.4.1", entry(Kind.DEPLOY, "1.3.0", "1.4.0", Ended.UNDONE))).isEmpty();
    assertThat(wait("1.4.0", entry(Kind.DEPLOY, "1.2.0", "1.3.0", Ended.DONE))).isEmpty();
    assertThat(wait("1.4.0", entry(Kind.ROLLBACK, "1.3.5", "1.3.0", Ended.DONE))).isEmpty();
  }

  @Test
  void knowsHoursOverMidnight() {
    Hours night = Hours.of("22-06");
    assertThat(night.contain(LocalTime.of(22, 0))).isTrue();
    assertThat(night.contain(LocalTime.of(5, 59))).isTrue();
    assertThat(night.contain(LocalTime.of(6, 0))).isFalse();
    assertThat(AWAKE.contain(LocalTime.of(9, 0))).isTrue();
    assertThat(AWAKE.contain(LocalTime.of(21, 0))).isFalse();
  }

  private static Optional<String> wait(String newest, String serving, LocalTime time) {
    return Watch.reasonToWait(
        version(newest), Optional.of(version(serving)), List.of(), AWAKE, time);
  }

  private static Optional<String> wait(String newest, HistoryEntry entry) {
    return Watch.reasonToWait(
        version(newest), Optional.of(version("1.3.0")), List.of(entry), AWAKE, NOON);
  }

  private static HistoryEntry entry(Kind what, String from, String to, Ended ended) {
    return new HistoryEntry(
        Instant.EPOCH, Instant.EPOCH, what, Optional.of(from), to, ended, "", Map.of());
  }

  private static Version version(String text) {
    return new Version(text);
  }

  private static Consumer<String> containing(String words) {
    return said -> assertThat(said).contains(words);
  }
}
