package family.garden.ops.doctor;

import family.garden.ops.backup.Backups;
import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.List;

/** Whether the disk of the remote copy is plugged in: the newest copy may still be young. */
final class RemoteCopyCheck implements Check {
  @Override
  public String name() {
    return "remote-copy";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) throws OpsException {
    String target = settings.backup().target();
    return Backups.quietly(settings)
        .remoteFault()
        .map(
            fault ->
                Finding.urgent(
                    name(),
                    "%s cannot be used: %s".formatted(target, fault),
                    "Plug its disk in and mount it (\"findmnt --target %s\" shows what is there now); then \"bookingctl backup ship\" copies what is missing."
                        .formatted(target)))
        .stream()
        .toList();
  }
}
