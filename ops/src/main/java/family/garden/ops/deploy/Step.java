package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.util.List;

/** One step of a deploy, and the way back beside it. */
interface Step {
  /** As the journal and the history call it. */
  String name();

  /** What begins, for whoever watches. */
  String describe(DeployContext attempt);

  void run(DeployContext attempt) throws OpsException;

  /**
   * Makes undone what {@link #run} did, all of it, half of it or nothing: it may have been killed
   * anywhere, and so may this. Knows only what the journal knows.
   */
  default void undo(DeployContext attempt) throws OpsException {}

  /** What of it stays after {@link #undo}, for nobody knows how it was before; a line each. */
  default List<String> remaining(DeployContext attempt) throws OpsException {
    return List.of();
  }

  /** Whether the new version has proved itself before, so that this is finished and not undone. */
  default boolean isPastPointOfNoReturn() {
    return false;
  }
}
