package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.host.Machine;
import family.garden.ops.status.StackStatus;
import java.util.ArrayList;
import java.util.List;

/** Whether memory is free, and a small machine has compressed swap. */
final class MemoryCheck implements StackCheck {
  private static final long MIB = 1024 * 1024;
  private static final long LEAST = 40 * MIB;
  private static final long SMALL_MACHINE = 1200 * MIB;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus status) {
    return status.machine().map(this::look).orElse(List.of());
  }

  private List<Finding> look(Machine machine) {
    List<Finding> found = new ArrayList<>();
    if (machine.available() < LEAST) {
      found.add(
          urgent(
              "%d MiB are available".formatted(machine.available() / MIB),
              "\"bookingctl status\" shows which container uses it; restarting the largest frees some."));
    }
    if (machine.memory() < SMALL_MACHINE && !machine.compressedSwap()) {
      found.add(
          urgent(
              "there is no compressed swap (zram), which a deploy on a small machine needs",
              "\"systemctl start systemd-zram-setup@zram0.service\", or provision the box again."));
    }
    if (machine.swapOnDisk() && machine.memory() < SMALL_MACHINE) {
      found.add(
          hint(
              "there is swap on a disk, which wears a card out",
              "\"swapon --show\" names it; provisioning the box again turns it off."));
    }
    return found;
  }
}
