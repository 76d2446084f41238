package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.List;
import java.util.Optional;

/** Looks at one thing and changes nothing. */
interface Check {
  /** One word, which the runbook explains. */
  String name();

  /**
   * Looks. Commands in an advice stand in double quotes and work as they stand there.
   *
   * @param seen what was seen of everything already
   * @throws OpsException where it cannot look
   */
  List<Finding> look(Settings settings, StackStatus seen) throws OpsException;

  /** Why there is nothing to look at on a machine of this kind; empty where there is. */
  default Optional<String> absent() {
    return Optional.empty();
  }
}
