package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.host.Machine;
import family.garden.ops.status.StackStatus;
import java.util.List;
import java.util.Locale;

/** Whether the disks have room for the next deploy and its backup. */
final class DiskCheck implements Check {
  private static final long ENOUGH = 1_000_000_000;
  private static final long SCARCE = 300_000_000;

  @Override
  public String name() {
    return "disk";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) {
    return seen.machine().stream()
        .flatMap(machine -> machine.disks().stream())
        .filter(disk -> disk.free() < ENOUGH)
        .map(disk -> finding(disk))
        .toList();
  }

  private Finding finding(Machine.Disk disk) {
    String what =
        String.format(
            Locale.ROOT,
            "%.2f GB are free on the disk of %s; a deploy wants 1 GB",
            disk.free() / 1e9,
            disk.folder());
    String advice =
        "\"bookingctl prune\" and \"bookingctl backup prune\" make room;"
            + " \"du -xh -d 2 / | sort -h\" shows what takes it.";
    return disk.free() < SCARCE
        ? Finding.urgent(name(), what, advice)
        : Finding.hint(name(), what, advice);
  }
}
