package family.garden.ops.backup;

import family.garden.ops.result.OpsException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The moment at which PostgreSQL ends the recovery of a base backup. */
sealed interface RecoveryTarget {
  /** The end of the WAL. */
  record Latest() implements RecoveryTarget {}

  /** The last transaction before a moment. */
  record Time(Instant moment) implements RecoveryTarget {}

  /** The moment at which the backup of that id was made. */
  record RestorePoint(String id) implements RecoveryTarget {}

  /** In UTC, to the microsecond. */
  DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

  /** The setting of postgresql.conf; empty for the end of the WAL. */
  default String setting() {
    return switch (this) {
      case Latest() -> "";
      // PostgreSQL reads its settings before it knows any zone by name, even Z.
      case Time(Instant moment) -> "recovery_target_time=" + TIME.format(moment) + "+00";
      case RestorePoint(String id) -> "recovery_target_name=" + id;
    };
  }

  /** From a moment that is over, the id of a backup, or null for the latest. */
  static RecoveryTarget of(@Nullable String to) throws OpsException {
    if (to == null) {
      return new Latest();
    }
    if (to.endsWith("-" + BackupType.BASE.word()) || to.endsWith("-" + BackupType.DUMP.word())) {
      return new RestorePoint(to);
    }
    try {
      Instant time = OffsetDateTime.parse(to).toInstant();
      Instant now = Instant.now();
      if (time.isAfter(now)) {
        throw OpsException.refused(
            "restore to " + to,
            "that is in the future; by the clock of this machine it is "
                + now.truncatedTo(ChronoUnit.SECONDS),
            "Name a moment that is over, or leave --to out for as late as there is.");
      }
      return new Time(time);
    } catch (DateTimeParseException e) {
      throw OpsException.refused(
          "restore to \"" + to + "\"",
          "it is neither the id of a backup nor a time like 2026-11-25T20:15:00Z",
          "\"bookingctl backup list\" shows the ids.");
    }
  }
}
