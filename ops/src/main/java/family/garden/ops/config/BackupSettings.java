package family.garden.ops.config;

/**
 * How backups are kept.
 *
 * @param target the remote copy, as rclone names it: {@code /mnt/disk/x}, {@code nas:booking},
 *     {@code s3:bucket/booking}; empty without one
 * @param keep which backups are kept
 * @param baseDays how old the newest base backup gets before the nightly job makes the next; 1 to
 *     90
 * @param walDays how many past days can be restored to any moment; 1 to 365
 * @param scratchMegabytes memory of the scratch database that a backup is restored into; 48 to 1024
 */
public record BackupSettings(
    String target, Keep keep, int baseDays, int walDays, int scratchMegabytes) {
  private static final String TARGET = "BOOKING_BACKUP_TARGET";

  /**
   * How many verified backups of each type are kept. One that any of these keeps stays.
   *
   * @param last the newest; 2 to 1000
   * @param days the newest of each of so many days on which there is one; 0 to 366
   * @param weeks the same for weeks; 0 to 520
   * @param months the same for months; 0 to 120
   */
  public record Keep(int last, int days, int weeks, int months) {}

  static BackupSettings read(Settings.Reader reader) {
    return new BackupSettings(
        target(reader),
        new Keep(
            reader.number("BOOKING_BACKUP_KEEP", 3, 2, 1000),
            reader.number("BOOKING_BACKUP_KEEP_DAYS", 7, 0, 366),
            reader.number("BOOKING_BACKUP_KEEP_WEEKS", 4, 0, 520),
            reader.number("BOOKING_BACKUP_KEEP_MONTHS", 3, 0, 120)),
        reader.number("BOOKING_BACKUP_BASE_DAYS", 7, 1, 90),
        reader.number("BOOKING_BACKUP_WAL_DAYS", 7, 1, 365),
        reader.number("BOOKING_BACKUP_SCRATCH_MEMORY", 64, 48, 1024));
  }

  /** rclone would take a name without a colon for a folder below its working directory. */
  private static String target(Settings.Reader reader) {
    String target = reader.text(TARGET, "");
    if (!target.isEmpty() && !target.startsWith("/") && !target.contains(":")) {
      reader
          .problems()
          .add(TARGET, "expected a path that begins with /, or NAME:PATH of rclone, not " + target);
    }
    return target.length() > 1 && target.endsWith("/")
        ? target.substring(0, target.length() - 1)
        : target;
  }
}
