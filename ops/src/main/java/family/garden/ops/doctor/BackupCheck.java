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
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Whether there is a backup that is young, verified, and not on this card only. */
final class BackupCheck implements Check {
  /** One is made each day. */
  private static final Duration OLD = Duration.ofHours(30);

  /** What was written is copied every two minutes. */
  private static final Duration LATE = Duration.ofMinutes(15);

  @Override
  public String name() {
    return "backup";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) throws OpsException {
    Backups backups = Backups.quietly(settings);
    if (!backups.hasKey() && !seen.backups().isEmpty()) {
      // None can be opened: KeyCheck says so, and none may be called broken for that.
      return List.of();
    }
    if (seen.backups().isEmpty() && backups.count() > 0) {
      // There are some that could not be read: that stands where nobody could look.
      return List.of();
    }
    Optional<Backup> verified = seen.lastBackup();
    if (verified.isEmpty()) {
      return List.of(
          Finding.urgent(
              name(),
              seen.backups().isEmpty()
                  ? "there is none"
                  : "none of the %d was verified".formatted(seen.backups().size()),
              "\"bookingctl backup create --base\" makes one and verifies it."));
    }
    List<Finding> found = new ArrayList<>();
    Duration age = Duration.between(verified.get().madeAt(), seen.at());
    if (verified.get().isDatedAhead(seen.at())) {
      found.add(
          Finding.urgent(
              name(),
              "the last that was verified, %s, was made while the clock was ahead: its age is unknown"
                  .formatted(verified.get().id()),
              "\"bookingctl backup create --base\" makes one with the right time."));
    } else if (age.compareTo(OLD) > 0) {
      found.add(
          Finding.urgent(
              name(),
              "the last that was verified is %d hours old".formatted(age.toHours()),
              "\"journalctl --unit booking-backup.service --lines 30 --no-pager\" says why;"
                  + " \"bookingctl backup create\" makes one now."));
    }
    if (seen.backups().stream()
        .noneMatch(backup -> backup.type() == BackupType.BASE && backup.verifiedAt().isPresent())) {
      found.add(
          Finding.urgent(
              name(),
              "there is no verified base backup, and without one no point in time can be restored",
              "\"bookingctl backup create --base\" makes one and verifies it."));
    }
    found.addAll(copies(settings, seen));
    if (!settings.backup().target().isEmpty()) {
      found.addAll(waiting(backups.remoteStatus(), seen.at()));
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
                          hasAnother(seen.backups(), backup)
                              ? "\"rm -r %s\" deletes it."
                                  .formatted(settings.places().backups().resolve(backup.id()))
                              : "Look at the card first, for there is no other verified one of its"
                                  + " kind: \"dmesg --level err,warn\" shows its errors.")));
    }
    return found;
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
  private List<Finding> copies(Settings settings, StackStatus seen) {
    Optional<Backup> newest =
        seen.backups().stream()
            .filter(each -> each.copiedAt().isPresent() && !each.isDatedAhead(seen.at()))
            .max(Comparator.comparing(Backup::madeAt));
    if (newest.isEmpty()) {
      return List.of(
          Finding.urgent(
              name(),
              "none was copied off this box, and a card can fail as a whole",
              settings.backup().target().isEmpty()
                  ? "Set BOOKING_BACKUP_TARGET; then \"bookingctl backup create --base\"."
                  : "\"bookingctl backup create --base\" makes one and copies it there."));
    }
    Duration age = Duration.between(newest.get().madeAt(), seen.at());
    return age.compareTo(OLD) > 0
        ? List.of(
            Finding.urgent(
                name(),
                "the newest copy off this box is %d hours old".formatted(age.toHours()),
                "\"bookingctl backup ship\" says why, or copies what is missing."))
        : List.of();
  }

  List<Finding> waiting(RemoteStatus status, Instant now) {
    return status
        .oldestWaitingSegment()
        .map(since -> Duration.between(since, now))
        .filter(age -> age.compareTo(LATE) > 0)
        .map(
            age ->
                Finding.urgent(
                    name(),
                    "what was written waits for its copy off this box since %d minutes"
                        .formatted(age.toMinutes()),
                    "\"journalctl --unit booking-ship.service --lines 30 --no-pager\" says why."))
        .stream()
        .toList();
  }
}
