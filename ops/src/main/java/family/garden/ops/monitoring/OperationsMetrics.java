package family.garden.ops.monitoring;

import family.garden.ops.backup.Backup;
import family.garden.ops.check.Finding;
import family.garden.ops.config.MonitoringSettings;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.disk.Durable;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The figures of backups, deploys and the certificate, as text that node_exporter reads. Times are
 * seconds since 1970. What is unknown is left out.
 */
public final class OperationsMetrics {
  private static final String FILE = "bookingctl.prom";

  private final StringBuilder text = new StringBuilder(2048);

  private OperationsMetrics() {}

  /**
   * Replaces the file whole, so that no reader finds half of it.
   *
   * @throws OpsException if it cannot be written
   */
  public static void write(MonitoringSettings settings, StackStatus status, List<Finding> findings)
      throws OpsException {
    Path file = settings.metrics().resolve(FILE);
    Durable.write(file, of(status, findings));
    try {
      // node_exporter has no right on this machine but to read.
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    } catch (IOException e) {
      throw Durable.failed("let node_exporter read " + file, e);
    }
  }

  static String of(StackStatus status, List<Finding> findings) {
    OperationsMetrics metrics = new OperationsMetrics();
    metrics.doctor(status, findings);
    metrics.backups(status.backups());
    status.lastBackup().ifPresent(metrics::newest);
    status.lastDeploy().ifPresent(metrics::deploy);
    status
        .site()
        .certificateEnds()
        .ifPresent(
            ends ->
                metrics.gauge(
                    "booking_certificate_expiry_timestamp_seconds",
                    "When the certificate of the site expires.",
                    "",
                    ends.getEpochSecond()));
    return metrics.text.toString();
  }

  private void doctor(StackStatus status, List<Finding> findings) {
    gauge(
        "booking_doctor_timestamp_seconds",
        "When the doctor ran.",
        "",
        status.at().getEpochSecond());
    head("booking_doctor_findings", "What the doctor found, by how much it matters.");
    for (Finding.Severity severity : List.of(Finding.Severity.HINT, Finding.Severity.URGENT)) {
      line(
          "booking_doctor_findings",
          "severity=\"%s\"".formatted(severity.name().toLowerCase(Locale.ROOT)),
          findings.stream().filter(finding -> finding.severity() == severity).count());
    }
  }

  private void backups(List<Backup> backups) {
    gauge("booking_backups", "The backups on this machine.", "", backups.size());
  }

  private void newest(Backup backup) {
    gauge(
        "booking_backup_verified_timestamp_seconds",
        "The moment that the newest verified backup brings back.",
        "",
        backup.madeAt().getEpochSecond());
    gauge(
        "booking_backup_size_bytes", "The size of the newest verified backup.", "", backup.bytes());
    Optional.of(backup)
        .flatMap(Backup::copiedAt)
        .ifPresent(
            copied ->
                gauge(
                    "booking_backup_copied_timestamp_seconds",
                    "When the remote copy of the newest verified backup was made.",
                    "",
                    copied.getEpochSecond()));
  }

  private void deploy(HistoryEntry entry) {
    String operation = "operation=\"%s\"".formatted(entry.operation());
    gauge(
        "booking_deploy_timestamp_seconds",
        "When the last deploy, rollback or other operation ended.",
        operation,
        entry.finishedAt().getEpochSecond());
    gauge(
        "booking_deploy_success",
        "Whether it was done (1) or undone (0).",
        operation,
        entry.result() == HistoryEntry.Result.DONE ? 1 : 0);
    gauge(
        "booking_deploy_duration_seconds",
        "How long it took.",
        operation,
        Math.max(0, Duration.between(entry.startedAt(), entry.finishedAt()).toSeconds()));
  }

  private void gauge(String name, String help, String labels, long value) {
    head(name, help);
    line(name, labels, value);
  }

  private void head(String name, String help) {
    text.append("# HELP ").append(name).append(' ').append(help).append('\n');
    text.append("# TYPE ").append(name).append(" gauge\n");
  }

  private void line(String name, String labels, long value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(value).append('\n');
  }
}
