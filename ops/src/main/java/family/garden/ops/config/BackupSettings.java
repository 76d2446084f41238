package family.garden.ops.config;

/**
 * How backups are kept.
 *
 * @param target where copies go that survive this machine, as rclone names it: {@code /mnt/disk/x},
 *     {@code nas:booking}, {@code s3:bucket/booking}; empty if there is no such place
 * @param keep how many proven backups of each kind are kept; 2 to 1000
 * @param scratchMegabytes memory of the scratch database that a backup is restored into; 48 to 1024
 */
public record BackupSettings(String target, int keep, int scratchMegabytes) {
  static BackupSettings read(Settings.Reader reader) {
    String target = reader.text("BOOKING_BACKUP_TARGET", "");
    return new BackupSettings(
        target.endsWith("/") ? target.substring(0, target.length() - 1) : target,
        reader.number("BOOKING_BACKUP_KEEP", 10, 2, 1000),
        reader.number("BOOKING_BACKUP_SCRATCH_MEMORY", 64, 48, 1024));
  }
}
