package family.garden.ops.doctor;

import family.garden.ops.backup.Backups;
import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;

/** Whether the disk of the remote copy is plugged in: the newest copy may still be young. */
final class RemoteCopyCheck implements StackCheck {
  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    String target = settings.backup().target();
    Backups.quietly(settings)
        .remoteFault()
        .ifPresent(
            fault ->
                found.urgent(
                    "%s cannot be used: %s".formatted(target, fault),
                    "Plug its disk in and mount it (\"findmnt --target %s\" shows what is there now); then \"bookingctl backup ship\" copies what is missing."
                        .formatted(target)));
  }
}
