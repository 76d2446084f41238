package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.util.List;
import java.util.Optional;

/** A check of the doctor: finds what is wrong with one thing, and changes nothing. */
interface StackCheck {
  /**
   * Looks at it.
   *
   * @param status the status of the stack, read before all checks
   * @param found collects what is wrong
   * @throws OpsException where it cannot look
   */
  void look(Settings settings, StackStatus status, Findings found) throws OpsException;

  /** What it finds. */
  default List<Finding> look(Settings settings, StackStatus status) throws OpsException {
    Findings found = new Findings();
    look(settings, status, found);
    return found.all();
  }

  /** Why there is nothing to look at on a machine of this kind; empty where there is. */
  default Optional<String> absent() {
    return Optional.empty();
  }
}
