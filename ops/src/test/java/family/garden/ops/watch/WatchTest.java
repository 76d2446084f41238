package family.garden.ops.watch;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.HistoryEntry.Result;
import family.garden.ops.deploy.Operation;
import family.garden.ops.release.Version;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WatchTest {
  private static final ZonedDateTime NOON =
      ZonedDateTime.of(2026, 11, 25, 12, 0, 0, 0, ZoneId.of("Europe/Berlin"));
  private static final ZonedDateTime NIGHT = NOON.withHour(3);
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
    assertThat(wait("1.4.0", entry(Operation.ROLLBACK, "1.4.0", "1.3.0", Result.DONE)))
        .hasValueSatisfying(containing("tried and taken back"));
    assertThat(wait("1.4.1", entry(Operation.DEPLOY, "1.3.0", "1.4.0", Result.UNDONE))).isEmpty();
    assertThat(wait("1.4.0", entry(Operation.DEPLOY, "1.2.0", "1.3.0", Result.DONE))).isEmpty();
    assertThat(wait("1.4.0", entry(Operation.ROLLBACK, "1.3.5", "1.3.0", Result.DONE))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"migrate", "await-healthy", "smoke-new", "bake"})
  void triesNothingAgainThatFailedByItselfThreeTimes(String step) {
    HistoryEntry failed = undone(Duration.ofDays(30), step);
    assertThat(wait("1.4.0", List.of(failed, failed))).isEmpty();
    assertThat(wait("1.4.0", List.of(failed, failed, undone(Duration.ofDays(30), "backup"))))
        .isEmpty();
    assertThat(wait("1.4.0", List.of(failed, failed, failed)))
        .hasValueSatisfying(containing("tried and taken back"));
  }

  @Test
  void triesLaterWhatFailedOnce() {
    assertThat(wait("1.4.0", undone(Duration.ofMinutes(10), "await-healthy")))
        .hasValueSatisfying(containing("tried again after 2026-11-25T11:20:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"pause-monitoring", "backup", "switch", ""})
  void triesAgainWhatFailedForAReasonThatMayPass(String step) {
    assertThat(wait("1.4.0", undone(Duration.ofMinutes(10), step)))
        .hasValueSatisfying(containing("tried again after 2026-11-25T11:20:00Z"));
    assertThat(wait("1.4.0", undone(Duration.ofMinutes(31), step))).isEmpty();
  }

  @Test
  void triesLaterAndLaterButOnceADay() {
    List<HistoryEntry> many = Collections.nCopies(40, undone(Duration.ofHours(23), "backup"));
    assertThat(wait("1.4.0", many)).hasValueSatisfying(containing("2026-11-25T12:00:00Z"));
    assertThat(wait("1.4.0", Collections.nCopies(40, undone(Duration.ofHours(25), "backup"))))
        .isEmpty();
    assertThat(wait("1.4.0", Collections.nCopies(3, undone(Duration.ofMinutes(119), "backup"))))
        .isPresent();
    assertThat(wait("1.4.0", Collections.nCopies(3, undone(Duration.ofMinutes(121), "backup"))))
        .isEmpty();
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

  private static Optional<String> wait(String newest, String serving, ZonedDateTime time) {
    return Watch.reasonToWait(
        version(newest), Optional.of(version(serving)), List.of(), AWAKE, time);
  }

  private static Optional<String> wait(String newest, HistoryEntry entry) {
    return wait(newest, List.of(entry));
  }

  private static Optional<String> wait(String newest, List<HistoryEntry> history) {
    return Watch.reasonToWait(version(newest), Optional.of(version("1.3.0")), history, AWAKE, NOON);
  }

  /** A deploy of 1.4.0 that ended this long before noon; without a step if it was interrupted. */
  private static HistoryEntry undone(Duration before, String step) {
    return new HistoryEntry(
        Instant.EPOCH,
        NOON.toInstant().minus(before),
        Operation.DEPLOY,
        Optional.of("1.3.0"),
        "1.4.0",
        Result.UNDONE,
        "",
        Map.of(),
        Optional.of(step).filter(name -> !name.isEmpty()));
  }

  private static HistoryEntry entry(Operation operation, String from, String to, Result result) {
    return new HistoryEntry(
        Instant.EPOCH,
        Instant.EPOCH,
        operation,
        Optional.of(from),
        to,
        result,
        "",
        Map.of(),
        Optional.of("smoke-new"));
  }

  private static Version version(String text) {
    return new Version(text);
  }

  private static Consumer<String> containing(String words) {
    return message -> assertThat(message).contains(words);
  }
}
