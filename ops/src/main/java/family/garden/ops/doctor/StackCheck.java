package family.garden.ops.doctor;

import family.garden.ops.check.Check;
import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.List;
import java.util.Optional;

/** A check of the doctor: finds what is wrong with one thing. */
interface StackCheck extends Check {
  /**
   * Looks at it.
   *
   * @param status the status of the stack, read before all checks
   * @return nothing where all is well
   * @throws OpsException where it cannot look
   */
  List<Finding> look(Settings settings, StackStatus status) throws OpsException;

  /** Why there is nothing to look at on a machine of this kind; empty where there is. */
  default Optional<String> absent() {
    return Optional.empty();
  }
}
