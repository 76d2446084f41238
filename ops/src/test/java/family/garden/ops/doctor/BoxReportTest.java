package family.garden.ops.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.SomeSettings;
import family.garden.ops.check.Finding;
import family.garden.ops.check.Finding.Severity;
import family.garden.ops.config.Settings;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.Operation;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file from which the server's administrators see how the box is. */
class BoxReportTest {
  private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");
  private static final HistoryEntry UNDONE =
      new HistoryEntry(
          NOW.minus(Duration.ofHours(2)),
          NOW.minus(Duration.ofHours(1)),
          Operation.DEPLOY,
          Optional.of("1.3.0"),
          "1.4.0",
          HistoryEntry.Result.UNDONE,
          "it was slow",
          Map.of(),
          Optional.empty());

  @TempDir private Path folder;

  @Test
  void saysWhatTheServerReads() throws Exception {
    Files.createDirectory(folder.resolve("live"));
    BoxReport.of(status(), found(3)).publish(settings());
    Path file = folder.resolve("live/report.json");
    assertThat(Files.readString(file).replaceAll("\\s", ""))
        .isEqualTo(
            """
            {"at":"2026-11-25T20:00:00Z","siteWell":true,"findings":{"urgent":3,"hints":0},
            "backup":null,
            "deploy":{"operation":"deploy","version":"1.4.0","done":false,
            "finishedAt":"2026-11-25T19:00:00Z"},
            "certificateEnds":"2027-01-24T20:00:00Z"}
            """
                .replaceAll("\\s", ""));
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-r--r--");
  }

  @Test
  void makesNoFolderThatIsMissing() throws Exception {
    BoxReport.of(status(), found(0)).publish(settings());
    assertThat(folder.resolve("live")).doesNotExist();
  }

  private static StackStatus status() {
    return new SomeStatus().history(UNDONE).at(NOW);
  }

  private static Diagnosis found(int urgent) {
    Finding finding = new Finding("disk", Severity.URGENT, "it is full", "Make room.");
    return new Diagnosis(Collections.nCopies(urgent, finding), 5, List.of(), List.of());
  }

  private Settings settings() throws Exception {
    return SomeSettings.in(folder, "BOOKING_LIVE=" + folder.resolve("live"));
  }
}
