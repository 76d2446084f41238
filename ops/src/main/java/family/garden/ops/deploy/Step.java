package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.util.List;

/** One step of a deploy, and the way back beside it. */
interface Step {
  /** Its name in deploy.json and the history. */
  String name();

  String describe(DeployContext context);

  void run(DeployContext context) throws OpsException;

  /**
   * Undoes what {@link #run} did, all, half or nothing of it, since either may be killed anywhere.
   */
  default void undo(DeployContext context) throws OpsException {}

  /** What of it stays after {@link #undo}, for nobody knows how it was before; a line each. */
  default List<String> remaining(DeployContext context) throws OpsException {
    return List.of();
  }

  /** Whether the new version has proved itself before, so that this is finished and not undone. */
  default boolean isPastPointOfNoReturn() {
    return false;
  }
}
