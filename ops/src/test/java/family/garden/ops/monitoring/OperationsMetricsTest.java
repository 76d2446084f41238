package family.garden.ops.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.backup.Backup;
import family.garden.ops.backup.BackupType;
import family.garden.ops.check.Finding;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.deploy.Operation;
import family.garden.ops.doctor.SomeStatus;
import family.garden.ops.status.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OperationsMetricsTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

  @Test
  void hasTheAgeOfTheNewestVerifiedBackupAndTheResultOfTheLastDeploy() {
    Backup verified = backup("a", NOW.minus(Duration.ofHours(9)), Optional.of(NOW));
    Backup unverified = backup("b", NOW.minus(Duration.ofHours(1)), Optional.empty());
    HistoryEntry undone =
        new HistoryEntry(
            NOW.minusSeconds(300),
            NOW.minusSeconds(200),
            Operation.ROLLBACK,
            Optional.of("1.4.0"),
            "1.3.0",
            HistoryEntry.Result.UNDONE,
            "a reason\nwith {odd=\"signs\"}",
            Map.of(),
            Optional.empty());
    StackStatus status =
        new SomeStatus().backups(List.of(verified, unverified)).history(undone).at(NOW);
    Finding urgent = new Finding("disk", Finding.Severity.URGENT, "it is full", "");
    assertThat(OperationsMetrics.of(status, List.of(urgent)).lines())
        .filteredOn(line -> !line.startsWith("#"))
        .containsExactly(
            "booking_doctor_timestamp_seconds 1800000000",
            "booking_doctor_findings{severity=\"hint\"} 0",
            "booking_doctor_findings{severity=\"urgent\"} 1",
            "booking_backups 2",
            "booking_backup_verified_timestamp_seconds 1799967600",
            "booking_backup_size_bytes 4096",
            "booking_deploy_timestamp_seconds{operation=\"rollback\"} 1799999800",
            "booking_deploy_success{operation=\"rollback\"} 0",
            "booking_deploy_duration_seconds{operation=\"rollback\"} 100",
            "booking_certificate_expiry_timestamp_seconds 1805184000");
  }

  @Test
  void leavesOutWhatIsUnknown() {
    assertThat(OperationsMetrics.of(new SomeStatus().at(NOW), List.of()))
        .doesNotContain("booking_backup_", "booking_deploy_");
  }

  private static Backup backup(String id, Instant madeAt, Optional<Instant> verifiedAt) {
    return new Backup(
        id, madeAt, BackupType.DUMP, 4096, verifiedAt, Optional.empty(), "daily", Optional.empty());
  }
}
