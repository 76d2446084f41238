package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.host.Machine;
import family.garden.ops.status.StackStatus;

/** Whether memory is free, and a small machine has compressed swap. */
final class MemoryCheck implements StackCheck {
  private static final long MIB = 1024 * 1024;
  private static final long LEAST = 40 * MIB;
  private static final long SMALL_MACHINE = 1200 * MIB;

  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    status.machine().ifPresent(machine -> look(machine, found));
  }

  private static void look(Machine machine, Findings found) {
    if (machine.available() < LEAST) {
      found.urgent(
          "%d MiB are available".formatted(machine.available() / MIB),
          "\"bookingctl status\" shows which container uses it; restarting the largest frees some.");
    }
    if (machine.memory() < SMALL_MACHINE && !machine.compressedSwap()) {
      found.urgent(
          "there is no compressed swap (zram), which a deploy on a small machine needs",
          "\"systemctl start systemd-zram-setup@zram0.service\", or provision the box again.");
    }
    if (machine.swapOnDisk() && machine.memory() < SMALL_MACHINE) {
      found.hint(
          "there is swap on a disk, which wears a card out",
          "\"swapon --show\" names it; provisioning the box again turns it off.");
    }
  }
}
