package family.garden.ops.doctor;

import family.garden.ops.backup.Backup;
import family.garden.ops.check.Finding.Severity;
import family.garden.ops.config.Settings;
import family.garden.ops.deploy.HistoryEntry;
import family.garden.ops.disk.Durable;
import family.garden.ops.json.Json;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/**
 * What administrators see of the box in the web app and the server cannot see itself. The server
 * reads the file and takes it for two hours; it contains no secret, no name and no text of a
 * finding.
 */
record BoxReport(
    Instant at,
    boolean siteWell,
    Findings findings,
    Optional<LastBackup> backup,
    Optional<LastDeploy> deploy,
    Optional<Instant> certificateEnds) {
  private static final String FILE = "report.json";

  record Findings(long urgent, long hints) {}

  /** The newest backup that was verified. */
  record LastBackup(Instant madeAt, Optional<Instant> verifiedAt, Optional<Instant> copiedAt) {}

  /**
   * @param done false where it was undone
   */
  record LastDeploy(String operation, String version, boolean done, Instant finishedAt) {}

  static BoxReport of(StackStatus status, Diagnosis diagnosis) {
    return new BoxReport(
        status.at(),
        status.site().well(),
        new Findings(count(diagnosis, Severity.URGENT), count(diagnosis, Severity.HINT)),
        status.lastBackup().map(BoxReport::backup),
        status.lastDeploy().map(BoxReport::deploy),
        status.site().certificateEnds());
  }

  private static long count(Diagnosis diagnosis, Severity severity) {
    return diagnosis.findings().stream().filter(found -> found.severity() == severity).count();
  }

  private static LastBackup backup(Backup backup) {
    return new LastBackup(backup.madeAt(), backup.verifiedAt(), backup.copiedAt());
  }

  private static LastDeploy deploy(HistoryEntry entry) {
    return new LastDeploy(
        String.valueOf(entry.operation()),
        entry.to(),
        entry.result() == HistoryEntry.Result.DONE,
        entry.finishedAt());
  }

  /**
   * Writes it into the folder that the servers see, where there is that folder. A folder that
   * cannot be written is a finding of {@link WritableCheck}.
   */
  void publish(Settings settings) {
    Path file = settings.places().live().resolve(FILE);
    if (!Files.isDirectory(settings.places().live())) {
      return;
    }
    try {
      Durable.write(file, Json.write(this));
      // The server is not root, whatever the umask is.
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    } catch (OpsException | IOException notWritable) {
      // Then the file that is there becomes too old, and administrators see no light.
    }
  }
}
