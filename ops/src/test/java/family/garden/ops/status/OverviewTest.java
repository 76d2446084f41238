package family.garden.ops.status;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.backup.Backup;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.Operation;
import family.garden.ops.doctor.SomeStatus;
import family.garden.ops.engine.ContainerStatus;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The next step that bookingctl suggests when it is called without a command. */
class OverviewTest {
  private static final Instant NOW = Instant.parse("2026-11-25T20:00:00Z");

  @Test
  void namesTheFirstDeployOnAnEmptyMachine() {
    assertThat(next(new SomeStatus())).contains("bookingctl deploy");
  }

  @Test
  void sendsToTheDoctorWhereSomethingIsWrongOrUnseen() {
    assertThat(next(new SomeStatus().containers(List.of(container("exited")))))
        .contains("bookingctl doctor\" says");
    assertThat(next(well().unavailable("backups: no key"))).contains("bookingctl doctor\" says");
    assertThat(next(new SomeStatus().unavailable("the engine is silent")))
        .contains("bookingctl doctor\" says");
  }

  @Test
  void asksForTheFirstBackup() {
    assertThat(next(well().backups(List.of()))).contains("bookingctl backup create --base");
  }

  @Test
  void tellsOfADeployThatWasUndone() {
    assertThat(next(well().history(undone()))).contains("bookingctl releases");
  }

  @Test
  void leavesTheKeeperInPeaceOtherwise() {
    assertThat(next(well())).contains("nothing to do");
  }

  private static String next(SomeStatus status) {
    return new Overview(status.at(NOW)).next();
  }

  private static SomeStatus well() {
    Backup backup =
        new Backup(
            "20261125T170000Z-base",
            NOW,
            family.garden.ops.backup.BackupType.BASE,
            1000,
            Optional.of(NOW),
            Optional.of(NOW),
            "daily",
            Optional.empty());
    return new SomeStatus().containers(List.of(container("running"))).backups(List.of(backup));
  }

  private static ContainerStatus container(String state) {
    return new ContainerStatus("proxy", state, "", false, 0, 0, "", Optional.empty());
  }

  private static HistoryEntry undone() {
    return new HistoryEntry(
        NOW,
        NOW,
        Operation.DEPLOY,
        Optional.empty(),
        "1.4.0",
        HistoryEntry.Result.UNDONE,
        "",
        Map.of(),
        Optional.empty());
  }
}
