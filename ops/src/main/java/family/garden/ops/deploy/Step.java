package family.garden.ops.deploy;

import family.garden.ops.report.Trouble;

/** One step of a deploy, and the way back beside it. */
interface Step {
  /** As the journal and the history call it. */
  String name();

  /** What begins, for whoever watches. */
  String tells(Attempt attempt);

  void run(Attempt attempt) throws Trouble;

  /**
   * Makes undone what {@link #run} did, all of it, half of it or nothing: it may have been killed
   * anywhere, and so may this. Knows only what the journal knows.
   */
  default void undo(Attempt attempt) throws Trouble {}

  /** Whether the new version has proved itself before, so that this is finished and not undone. */
  default boolean isPastReturn() {
    return false;
  }
}
