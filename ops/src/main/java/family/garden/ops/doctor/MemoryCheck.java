package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.host.Machine;
import family.garden.ops.status.StackStatus;
import java.util.ArrayList;
import java.util.List;

/** Whether there is memory left, and compressed swap where there is little of it. */
final class MemoryCheck implements Check {
  private static final long MIB = 1024 * 1024;
  private static final long LEAST = 40 * MIB;
  private static final long SMALL_MACHINE = 1200 * MIB;

  @Override
  public String name() {
    return "memory";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) {
    return seen.machine().map(this::look).orElse(List.of());
  }

  private List<Finding> look(Machine machine) {
    List<Finding> found = new ArrayList<>();
    if (machine.available() < LEAST) {
      found.add(
          Finding.urgent(
              name(),
              "%d MiB are available".formatted(machine.available() / MIB),
              "\"bookingctl status\" shows who holds it; a restart of the largest gives some back."));
    }
    if (machine.memory() < SMALL_MACHINE && !machine.compressedSwap()) {
      found.add(
          Finding.urgent(
              name(),
              "there is no compressed swap (zram), which a deploy on a small machine needs",
              "\"systemctl start systemd-zram-setup@zram0.service\", or provision the box again."));
    }
    if (machine.swapOnDisk() && machine.memory() < SMALL_MACHINE) {
      found.add(
          Finding.hint(
              name(),
              "there is swap on a disk, which wears a card out",
              "\"swapon --show\" names it; provisioning the box again turns it off."));
    }
    return found;
  }
}
