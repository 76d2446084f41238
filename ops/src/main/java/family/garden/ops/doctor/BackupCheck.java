package family.garden.ops.doctor;

import family.garden.ops.backup.Backup;
import family.garden.ops.backup.BackupType;
import family.garden.ops.backup.Backups;
import family.garden.ops.backup.RemoteStatus;
import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether there is a backup that is young, verified, and not on this card only. */
final class BackupCheck implements StackCheck {
  /** One is made each day. */
  private static final Duration OLD = Duration.ofHours(30);

  /** What was written is copied every two minutes. */
  private static final Duration LATE = Duration.ofMinutes(15);

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    Backups backups = Backups.quietly(settings);
    if (!backups.hasKey() && !status.backups().isEmpty()) {
      // None can be opened: KeyCheck says so, and none may be called broken for that.
      return;
    }
    if (status.backups().isEmpty() && backups.count() > 0) {
      // There are some that could not be read: that stands where nobody could look.
      return;
    }
    Optional<Backup> verified = status.lastBackup();
    if (verified.isEmpty()) {
      found.urgent(
          status.backups().isEmpty()
              ? "there is none"
              : "none of the %d was verified".formatted(status.backups().size()),
          "\"bookingctl backup create --base\" makes one and verifies it.");
      return;
    }
    Duration age = Duration.between(verified.get().madeAt(), status.at());
    if (verified.get().isDatedAhead(status.at())) {
      found.urgent(
          "the last that was verified, %s, was made while the clock was ahead: its age is unknown"
              .formatted(verified.get().id()),
          "\"bookingctl backup create --base\" makes one with the right time.");
    } else if (age.compareTo(OLD) > 0) {
      found.urgent(
          "the last that was verified is %d hours old".formatted(age.toHours()),
          "\"journalctl --unit booking-backup.service --lines 30 --no-pager\" says why;"
              + " \"bookingctl backup create\" makes one now.");
    }
    if (status.backups().stream()
        .noneMatch(backup -> backup.type() == BackupType.BASE && backup.verifiedAt().isPresent())) {
      found.urgent(
          "there is no verified base backup, and without one no point in time can be restored",
          "\"bookingctl backup create --base\" makes one and verifies it.");
    }
    copies(settings, status, found);
    if (!settings.backup().target().isEmpty()) {
      waiting(backups.remoteStatus(), status.at(), found);
    }
    for (Backup backup : status.backups()) {
      backup
          .fault()
          .ifPresent(
              fault ->
                  found.hint(
                      "%s cannot be used: %s".formatted(backup.id(), fault),
                      hasAnother(status.backups(), backup)
                          ? "\"rm -r %s\" deletes it."
                              .formatted(settings.places().backups().resolve(backup.id()))
                          : "Look at the card first, for there is no other verified one of its"
                              + " kind: \"dmesg --level err,warn\" shows its errors."));
    }
  }

  /** A card that fails makes backups unreadable that may be readable in another machine. */
  private static boolean hasAnother(List<Backup> all, Backup broken) {
    return all.stream()
        .anyMatch(
            each ->
                !each.id().equals(broken.id())
                    && each.type() == broken.type()
                    && each.verifiedAt().isPresent()
                    && each.fault().isEmpty());
  }

  /** The copy counts that is there, not that there once was one. */
  private static void copies(Settings settings, StackStatus status, Findings found) {
    Optional<Backup> newest =
        status.backups().stream()
            .filter(each -> each.copiedAt().isPresent() && !each.isDatedAhead(status.at()))
            .max(Comparator.comparing(Backup::madeAt));
    if (newest.isEmpty()) {
      found.urgent(
          "none was copied off this box, and a card can fail as a whole",
          settings.backup().target().isEmpty()
              ? "Set BOOKING_BACKUP_TARGET; then \"bookingctl backup create --base\"."
              : "\"bookingctl backup create --base\" makes one and copies it there.");
      return;
    }
    Duration age = Duration.between(newest.get().madeAt(), status.at());
    if (age.compareTo(OLD) > 0) {
      found.urgent(
          "the newest copy off this box is %d hours old".formatted(age.toHours()),
          "\"bookingctl backup ship\" says why, or copies what is missing.");
    }
  }

  static void waiting(RemoteStatus status, Instant now, Findings found) {
    status
        .oldestWaitingSegment()
        .map(since -> Duration.between(since, now))
        .filter(age -> age.compareTo(LATE) > 0)
        .ifPresent(
            age ->
                found.urgent(
                    "what was written waits for its copy off this box since %d minutes"
                        .formatted(age.toMinutes()),
                    "\"journalctl --unit booking-ship.service --lines 30 --no-pager\" says why."));
  }
}
