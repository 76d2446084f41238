package family.garden.ops.doctor;

import family.garden.ops.backup.Backup;
import family.garden.ops.config.Settings;
import family.garden.ops.status.Seen;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Whether there is a backup that is young, proven, and not on this card only. */
final class BackupCheck implements Check {
  /** One is made each day. */
  private static final Duration OLD = Duration.ofHours(30);

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public List<Finding> look(Settings settings, Seen seen) {
    Optional<Backup> proven = seen.lastBackup();
    if (proven.isEmpty()) {
      return List.of(
          Finding.urgent(
              name(),
              seen.backups().isEmpty()
                  ? "there is none"
                  : "none of the %d was proven".formatted(seen.backups().size()),
              "bookingctl backup create makes one and proves it."));
    }
    List<Finding> found = new ArrayList<>();
    Duration age = Duration.between(proven.get().madeAt(), seen.at());
    if (proven.get().isDatedAhead(seen.at())) {
      found.add(
          Finding.urgent(
              name(),
              "the last that was proven, %s, was made while the clock was ahead: its age is unknown"
                  .formatted(proven.get().id()),
              "bookingctl backup create makes one with the right time."));
    } else if (age.compareTo(OLD) > 0) {
      found.add(
          Finding.urgent(
              name(),
              "the last that was proven is %d hours old".formatted(age.toHours()),
              "systemctl status booking-backup.service says why; bookingctl backup create makes one now."));
    }
    if (seen.backups().stream().noneMatch(backup -> backup.offBoxAt().isPresent())) {
      found.add(
          Finding.urgent(
              name(),
              "none was copied off this box, and a card can fail as a whole",
              "Set BOOKING_BACKUP_TARGET and run: bookingctl backup ship."));
    }
    for (Backup backup : seen.backups()) {
      backup
          .fault()
          .ifPresent(
              fault ->
                  found.add(
                      Finding.hint(
                          name(),
                          "%s cannot be used: %s".formatted(backup.id(), fault),
                          "bookingctl backup prune removes it.")));
    }
    return found;
  }
}
