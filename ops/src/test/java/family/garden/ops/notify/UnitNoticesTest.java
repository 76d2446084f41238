package family.garden.ops.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import family.garden.ops.SomeSettings;
import family.garden.ops.config.Settings;
import family.garden.ops.json.Json;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Units that fail and recover, reported to a real channel. */
class UnitNoticesTest {
  private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
  private static final String BACKUP = "booking-backup.service";

  @TempDir private Path folder;

  @Test
  void tellsOnceThatAUnitFailsAndOnceThatItWorksAgain() throws Exception {
    try (Listener listener = new Listener(200)) {
      UnitNotices notices = notices(listener);
      notices.failed(BACKUP, NOW);
      notices.failed(BACKUP, NOW.plus(Duration.ofDays(1)));
      notices.failed(BACKUP, NOW.plus(Duration.ofDays(2)));
      assertThat(titles(listener))
          .containsExactly("booking.family.local: booking-backup.service fails");
      notices.recovered(BACKUP);
      notices.recovered(BACKUP);
      assertThat(titles(listener))
          .containsExactly(
              "booking.family.local: booking-backup.service fails",
              "booking.family.local: booking-backup.service works again");
      notices.failed(BACKUP, NOW.plus(Duration.ofDays(9)));
      assertThat(titles(listener)).hasSize(3);
    }
  }

  @Test
  void isPatientWithWhatRunsEveryFewMinutes() throws Exception {
    try (Listener listener = new Listener(200)) {
      UnitNotices notices = notices(listener);
      notices.failed("booking-ship.service", NOW);
      notices.failed("booking-ship.service", NOW.plus(Duration.ofMinutes(10)));
      notices.recovered("booking-ship.service");
      assertThat(listener.received()).isEmpty();
      notices.failed("booking-ship.service", NOW.plus(Duration.ofMinutes(12)));
      notices.failed("booking-ship.service", NOW.plus(Duration.ofMinutes(20)));
      assertThat(listener.received()).isEmpty();
      notices.failed("booking-ship.service", NOW.plus(Duration.ofMinutes(27)));
      assertThat(titles(listener)).hasSize(1);
    }
  }

  @Test
  void triesAgainWhereTheNoticeDidNotArrive() throws Exception {
    try (Listener broken = new Listener(500)) {
      notices(broken).failed(BACKUP, NOW);
    }
    try (Listener listener = new Listener(200)) {
      notices(listener).failed(BACKUP, NOW.plus(Duration.ofDays(1)));
      assertThat(titles(listener)).hasSize(1);
    }
    try (Listener broken = new Listener(500)) {
      notices(broken).recovered(BACKUP);
    }
    try (Listener listener = new Listener(200)) {
      notices(listener).recovered(BACKUP);
      assertThat(titles(listener)).hasSize(1);
    }
  }

  @Test
  void takesAFileThatIsCutOffForAFailureNobodyHeardOf() throws Exception {
    try (Listener listener = new Listener(200)) {
      UnitNotices notices = notices(listener);
      notices.failed(BACKUP, NOW);
      Files.writeString(folder.resolve("failing").resolve(BACKUP), "");
      notices.failed(BACKUP, NOW.plus(Duration.ofDays(1)));
      assertThat(titles(listener)).hasSize(2);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../lock", "booking.service/../../x.service", "a b.service", "x"})
  void takesOnlyNamesOfUnits(String name) throws Exception {
    try (Listener listener = new Listener(200)) {
      UnitNotices notices = notices(listener);
      assertThatThrownBy(() -> notices.failed(name, NOW)).isInstanceOf(OpsException.class);
      assertThatThrownBy(() -> notices.recovered(name)).isInstanceOf(OpsException.class);
    }
  }

  /** As after an edit that stops the backup and everything else. */
  @Test
  void tellsWhatIsWrongWithTheSettings() throws Exception {
    try (Listener listener = new Listener(200)) {
      Settings.Partial read =
          Settings.loadPartial(
              Files.writeString(
                  folder.resolve("settings.env"),
                  "BOOKING_SECRETS=%1$s\nBOOKING_STATE=%1$s\nBOOKING_NOTIFY_NTFY=%2$s\nBOOKING_BAKE=x\n"
                      .formatted(folder, listener.address("/garten"))));
      new UnitNotices(read, new Progress(System.err, true)).failed(BACKUP, NOW);
      assertThat(listener.received())
          .singleElement()
          .satisfies(
              received ->
                  assertThat(received.body())
                      .contains("booking-backup.service fails", "BOOKING_BAKE: expected a number"));
    }
  }

  private UnitNotices notices(Listener listener) throws Exception {
    Settings settings =
        SomeSettings.in(
            folder,
            "BOOKING_SECRETS=" + folder,
            "BOOKING_STATE=" + folder,
            "BOOKING_NOTIFY_NTFY=" + listener.address("/garten"));
    return new UnitNotices(
        settings,
        List.of(),
        new Notifications(settings, new Progress(System.err, true), Duration.ofSeconds(9)));
  }

  private static List<String> titles(Listener listener) throws Exception {
    return listener.received().stream().map(received -> title(received.body())).toList();
  }

  private static String title(String body) {
    try {
      return Json.tree(body, "it").path("title").text();
    } catch (OpsException e) {
      throw new AssertionError(body, e);
    }
  }
}
