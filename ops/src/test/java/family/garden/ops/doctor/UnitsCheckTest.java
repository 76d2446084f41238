package family.garden.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.check.Finding;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reads the output of {@code systemctl show}. */
class UnitsCheckTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  private static final Duration UP = Duration.ofDays(1);

  private final UnitsCheck check = new UnitsCheck();

  @TempDir private Path folder;

  @Test
  void findsNothingWhereAllRan() throws Exception {
    assertThat(check.judge(show(Map.of()), NOW, UP)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          booking-backup.service.ActiveState=failed booking-backup.service.Result=exit-code | booking-backup.service failed when it ran last (exit-code)
          booking-ship.service.Result=timeout | booking-ship.service failed when it ran last (timeout)
          booking.service.ActiveState=activating booking.service.Result=exit-code | booking.service failed when it ran last (exit-code)
          booking.service.ActiveState=inactive | booking.service is not started: backups and certificates wait for it
          booking.service.UnitFileState=disabled | booking.service runs, and will not after the next start of this machine
          booking-backup.timer.UnitFileState=disabled | booking-backup.timer runs, and will not after the next start of this machine
          booking-doctor.timer.LoadState=not-found | booking-doctor.timer is not installed
          booking-doctor.timer.LastTriggerUSec=@1799989000 | booking-doctor.timer started booking-doctor.service last 3 hours ago
          booking-ship.timer.ActiveState=inactive | booking-ship.timer does not run, so nothing starts booking-ship.service
          booking-ship.timer.LoadState=not-found | booking-ship.timer is not installed
          booking-watch.service.LoadState=not-found | booking-watch.service is not installed
          booking-watch.timer.ActiveState=failed booking-watch.timer.UnitFileState=enabled | booking-watch.timer does not run, so nothing starts booking-watch.service
          booking-backup.timer.LastTriggerUSec=@1799892000 | booking-backup.timer started booking-backup.service last 30 hours ago
          booking-ship.timer.LastTriggerUSec=@1799989000 | booking-ship.timer started booking-ship.service last 3 hours ago
          """)
  void tellsWhatFailedOrDoesNotRun(String changes, String what) throws Exception {
    assertThat(check.judge(show(changes), NOW, UP))
        .extracting(Finding::message)
        .containsExactly(what);
  }

  @ParameterizedTest
  @CsvSource({
    "booking-watch.timer.ActiveState=inactive booking-watch.timer.UnitFileState=disabled",
    "booking-ship.service.Result=exec-condition",
    "booking-ship.timer.LastTriggerUSec=@1799980000 booking-ship.service.ActiveState=activating",
    "booking-ship.timer.LastTriggerUSec=@1799980000"
        + " booking-ship.service.ExecMainStartTimestamp=@1799999000",
    "booking-watch.timer.ActiveState=active booking-watch.timer.UnitFileState=disabled",
    "booking-watch.timer.LastTriggerUSec=",
    "booking.service.ActiveState=activating"
  })
  void letsPassWhatIsMeantSoOrOnlyBegan(String changes) throws Exception {
    assertThat(check.judge(show(changes), NOW, UP)).isEmpty();
  }

  /** As systemd 257 prints it, whatever the option "--timestamp" is. */
  @Test
  void knowsWhenATimerStartedSomethingLast() throws Exception {
    String late =
        show(Map.of("booking-backup.timer.LastTriggerUSec", "Wed 2027-01-13 20:00:00 UTC"));
    assertThat(check.judge(late, NOW, UP))
        .extracting(Finding::message)
        .containsExactly("booking-backup.timer started booking-backup.service last 36 hours ago");
    assertThat(check.judge(late, NOW, Duration.ofMinutes(30))).isEmpty();
    assertThat(
            check.judge(
                show(Map.of("booking-backup.timer.LastTriggerUSec", "Fri 2027-01-15 07:00:00 UTC")),
                NOW,
                UP))
        .isEmpty();
  }

  /** A timer that is late soon after the boot catches up, unless its next run is set. */
  @ParameterizedTest
  @CsvSource({
    "Fri 2027-01-15 08:20:00 UTC, false",
    "@1800001800, false",
    "'', false",
    "Thu 2099-01-01 00:00:00 UTC, true"
  })
  void tellsOfATimerThatWillNotCatchUp(String next, boolean isFound) throws Exception {
    String late =
        show(
            Map.of(
                "booking-backup.timer.LastTriggerUSec",
                "Wed 2027-01-13 20:00:00 UTC",
                "booking-backup.timer.NextElapseUSecRealtime",
                next));
    assertThat(check.judge(late, NOW, Duration.ofMinutes(5))).hasSize(isFound ? 1 : 0);
  }

  @Test
  void saysThatItCannotLookWithoutSystemdOrUnits() throws Exception {
    Path none = folder.resolve("none");
    assertThat(new UnitsCheck(none, folder).absent()).hasValueSatisfying(contains("does not run"));
    assertThat(new UnitsCheck(folder, folder).absent())
        .hasValueSatisfying(contains("none is installed"));
    Files.createFile(folder.resolve("booking-ship.service"));
    assertThat(new UnitsCheck(folder, folder).absent()).isEmpty();
  }

  private static Consumer<String> contains(String words) {
    return message -> assertThat(message).contains(words);
  }

  private static String show(String changes) {
    Map<String, String> all = new LinkedHashMap<>();
    for (String change : changes.split(" ", -1)) {
      int equals = change.indexOf('=');
      all.put(change.substring(0, equals), change.substring(equals + 1));
    }
    return show(all);
  }

  /** Healthy units, with some properties replaced; their names are UNIT.PROPERTY. */
  private static String show(Map<String, String> changed) {
    List<String> blocks = new ArrayList<>();
    blocks.add(unit("booking.service", "active", changed));
    for (String each : List.of("backup", "certificates", "doctor", "ship", "watch")) {
      blocks.add(unit("booking-" + each + ".service", "inactive", changed));
      blocks.add(unit("booking-" + each + ".timer", "active", changed));
    }
    return String.join("\n\n", blocks) + "\n";
  }

  private static String unit(String id, String state, Map<String, String> changed) {
    Map<String, String> properties = new LinkedHashMap<>();
    properties.put("Id", id);
    properties.put("LoadState", "loaded");
    properties.put("ActiveState", state);
    properties.put("UnitFileState", "enabled");
    properties.put("Result", "success");
    if (id.endsWith(".timer")) {
      properties.put("LastTriggerUSec", "@1799999900");
    }
    changed.forEach(
        (name, value) -> {
          if (name.startsWith(id + ".")) {
            properties.put(name.substring(id.length() + 1), value);
          }
        });
    StringBuilder block = new StringBuilder();
    properties.forEach((name, value) -> block.append(name + "=" + value + "\n"));
    return block.toString().strip();
  }
}
