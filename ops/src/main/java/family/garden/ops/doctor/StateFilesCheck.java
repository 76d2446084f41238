package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.deploy.StateFiles;
import family.garden.ops.status.StackStatus;
import java.util.List;

/** Whether the state files of bookingctl are undamaged: a card may lose what was written. */
final class StateFilesCheck implements StackCheck {
  @Override
  public String name() {
    return "state";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus status) {
    return StateFiles.damaged(settings, !status.containers().isEmpty()).stream()
        .map(what -> urgent(what, StateFiles.ADVICE))
        .toList();
  }
}
