package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.host.Machine;
import family.garden.ops.status.StackStatus;
import java.util.Locale;

/** Whether the disks have room for the next deploy and its backup. */
final class DiskCheck implements StackCheck {
  private static final long ENOUGH = 1_000_000_000;
  private static final long SCARCE = 300_000_000;

  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    status
        .machine()
        .ifPresent(
            machine ->
                machine.disks().stream()
                    .filter(disk -> disk.free() < ENOUGH)
                    .forEach(disk -> scarce(disk, found)));
  }

  private static void scarce(Machine.Disk disk, Findings found) {
    found.add(
        disk.free() < SCARCE,
        String.format(
            Locale.ROOT,
            "%.2f GB are free on the disk of %s; a deploy wants 1 GB",
            disk.free() / 1e9,
            disk.folder()),
        "\"bookingctl prune\" and \"bookingctl backup prune\" make room;"
            + " \"du -xh -d 2 / | sort -h\" shows what takes it.");
  }
}
