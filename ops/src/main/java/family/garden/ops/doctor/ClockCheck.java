package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the clock follows the network's: a Pi has none that outlives a power cut. */
final class ClockCheck implements StackCheck {
  private final Path run;

  ClockCheck() {
    this(Path.of("/run/systemd"));
  }

  ClockCheck(Path run) {
    this.run = run;
  }

  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    // Only where timesyncd keeps the clock, as provisioning sets it up.
    if (!Files.isDirectory(run.resolve("timesync"))
        || Files.exists(run.resolve("timesync/synchronized"))) {
      return;
    }
    found.urgent(
        "it was not set from the network since the machine started",
        "\"timedatectl timesync-status\" says which server it asks; see whether there is internet.");
  }
}
