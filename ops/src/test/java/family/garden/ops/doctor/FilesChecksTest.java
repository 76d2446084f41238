package family.garden.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import family.garden.ops.SomeSettings;
import family.garden.ops.backup.Backups;
import family.garden.ops.backup.Place;
import family.garden.ops.backup.Restore;
import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that read files: of bookingctl, of the database's volume and of the kernel. */
class FilesChecksTest {
  private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
  private static final StackStatus WELL = new SomeStatus().at(NOW);

  @TempDir private Path folder;
  private Settings settings;

  @BeforeEach
  void readSettings() throws Exception {
    for (String each : new String[] {"state", "backups", "live", "secrets"}) {
      Files.createDirectory(folder.resolve(each));
    }
    settings =
        SomeSettings.in(
            folder,
            "BOOKING_STATE=" + folder.resolve("state"),
            "BOOKING_BACKUPS=" + folder.resolve("backups"),
            "BOOKING_LIVE=" + folder.resolve("live"),
            "BOOKING_SECRETS=" + folder.resolve("secrets"));
  }

  @ParameterizedTest
  @CsvSource({
    "installed.json, '', it is empty",
    "installed.json, '{\"blue\": {\"vers', it is cut off or damaged",
    "deploy.json, '', it is empty",
    "deploy.json, '{}', it is cut off or damaged",
    "history.jsonl, '', it is empty",
    "history.jsonl, 'x', line 1 is no entry of it",
  })
  void filesOfTheStateThatAreEmptyOrCutOffAreReported(String name, String text, String what)
      throws Exception {
    Path file = Files.writeString(folder.resolve("state").resolve(name), text);
    assertThat(new StateFilesCheck().look(settings, WELL))
        .singleElement()
        .satisfies(
            found ->
                assertThat(found.message())
                    .startsWith("Tried to read " + file + ", failed because " + what))
        .satisfies(found -> assertThat(found.advice()).startsWith("\"bookingctl repair\" "));
    assertThat(new HalfDeployCheck().look(settings, WELL)).isEmpty();
  }

  @Test
  void filesOfTheStateThatAreNotThereYetPass() throws Exception {
    assertThat(new StateFilesCheck().look(settings, WELL)).isEmpty();
  }

  @Test
  void aFolderThatIsMissingIsReportedAndNothingIsLeftInThoseThatAreThere() throws Exception {
    assertThat(new WritableCheck().look(settings, WELL)).isEmpty();
    assertThat(folder.resolve("state")).isEmptyDirectory();
    Path backups = folder.resolve("backups");
    Files.delete(backups);
    assertThat(new WritableCheck().look(settings, WELL))
        .extracting(Finding::message, Finding::advice)
        .containsExactly(
            tuple(
                "the folder %s is missing".formatted(backups),
                "\"install -d -m 0750 %s\" makes it.".formatted(backups)));
  }

  @Test
  void aMissingKeyIsReportedOnlyWhereThereIsABackupToOpen() throws Exception {
    KeyCheck check = new KeyCheck();
    assertThat(check.look(settings, WELL)).isEmpty();
    Path backup = Files.createDirectory(folder.resolve("backups/20261125T000000Z-dump"));
    Files.writeString(backup.resolve("manifest.json"), "{}");
    Path key = folder.resolve("secrets/backup-key");
    assertThat(check.look(settings, WELL))
        .extracting(Finding::message)
        .containsExactly(
            key + " is missing: nobody can open the 1 backups here, and none can be made");
    assertThat(new BackupCheck().look(settings, WELL)).isEmpty();
    Files.writeString(key, "");
    assertThat(check.look(settings, WELL))
        .extracting(Finding::message)
        .containsExactly(
            key + " is no key: nobody can open the 1 backups here, and none can be made");
    Files.writeString(key, "# made today\nAGE-SECRET-KEY-1");
    assertThat(check.look(settings, WELL)).isEmpty();
  }

  @Test
  void dataFromBeforeARestoreIsReported() throws Exception {
    Path volume = Files.createDirectory(folder.resolve("volume"));
    Files.createDirectory(volume.resolve("17"));
    assertThat(new OldDataCheck().judge(settings, volume)).isEmpty();
    Path old = Files.createDirectory(volume.resolve("17.before-20261125T000000Z"));
    assertThat(new OldDataCheck().judge(settings, volume))
        .extracting(Finding::advice)
        .containsExactly(
            "When what was restored is right, \"rm -r %s\" deletes it.".formatted(old));
  }

  @Test
  void whatARestoreThatIsUnderWayMakesIsNotOldData() throws Exception {
    Path volume = Files.createDirectory(folder.resolve("volume"));
    Files.createDirectory(volume.resolve("17"));
    Files.createDirectory(volume.resolve("17.restoring"));
    Files.writeString(folder.resolve("secrets/backup-key"), "AGE-SECRET-KEY-1TEST\n");
    try (Restore _ = new Backups(settings, new Progress(System.err, true)).restore(Place.BOX)) {
      assertThat(new OldDataCheck().judge(settings, volume)).isEmpty();
    }
    assertThat(new OldDataCheck().judge(settings, volume)).hasSize(1);
  }

  /** Between the two moves of a restore, the data set aside is the only data. */
  @Test
  void nobodyIsAdvisedToDeleteTheOnlyData() throws Exception {
    Path volume = Files.createDirectory(folder.resolve("volume"));
    Files.createDirectory(volume.resolve("17.before-20261125T000000Z"));
    Files.createDirectory(volume.resolve("17.restoring"));
    assertThat(new OldDataCheck().judge(settings, volume))
        .hasSize(2)
        .allMatch(Finding::isUrgent)
        .noneMatch(found -> found.advice().contains("rm "));
  }

  @ParameterizedTest
  @CsvSource({
    "0, ''",
    "50000, 'the Pi got too little voltage since it was started, the Pi was slowed down since it was started'",
    "50005, 'the Pi gets too little voltage, the Pi is slowed down'",
    "80008, ''",
    "no number, ''",
  })
  void theFirmwareOfThePiIsAskedForItsPower(String bits, String what) throws Exception {
    Path throttled = folder.resolve("devices/platform/soc/soc:firmware/get_throttled");
    Files.createDirectories(throttled.resolveSibling("."));
    Files.writeString(throttled, bits + "\n");
    assertThat(String.join(", ", whats(new PowerCheck(folder)))).isEqualTo(what);
  }

  @Test
  void theKernelsSensorIsAskedWhereTheFirmwareIsNot() throws Exception {
    assertThat(whats(new PowerCheck(folder))).isEmpty();
    Path sensor = Files.createDirectories(folder.resolve("class/hwmon/hwmon1"));
    Files.writeString(sensor.resolve("name"), "rpi_volt\n");
    Files.writeString(sensor.resolve("in0_lcrit_alarm"), "0\n");
    assertThat(whats(new PowerCheck(folder))).isEmpty();
    Files.writeString(sensor.resolve("in0_lcrit_alarm"), "1\n");
    assertThat(whats(new PowerCheck(folder))).containsExactly("the Pi gets too little voltage");
  }

  private List<String> whats(PowerCheck check) throws Exception {
    return check.look(settings, WELL).stream().map(Finding::message).toList();
  }
}
