package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.StateFiles;
import family.garden.ops.status.StackStatus;

/** Whether the state files of bookingctl are undamaged: a card may lose what was written. */
final class StateFilesCheck implements StackCheck {
  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    StateFiles.damaged(settings, !status.containers().isEmpty())
        .forEach(fault -> found.urgent(fault, StateFiles.ADVICE));
  }
}
