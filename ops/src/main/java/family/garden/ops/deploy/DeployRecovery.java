package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.OrphanProcesses;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.util.Optional;

/**
 * Finishes or undoes what a killed bookingctl left. Before the switch all of it is undone; after it
 * the new version is watched to the end where it is healthy, and otherwise people are led back.
 * Parts that were half renewed are those of before again.
 */
record DeployRecovery(Settings settings, Progress progress) {
  /**
   * Does nothing where nothing is left.
   *
   * @throws OpsException if it can be neither finished nor undone
   */
  void settle() throws OpsException {
    Optional<DeployState> left = DeployState.read(settings.places().state());
    if (left.isEmpty()) {
      return;
    }
    progress.touches();
    progress.warn(
        "the %s of %s was ended in step %s"
            .formatted(left.get().what(), left.get().release().version(), left.get().step()));
    int strays = OrphanProcesses.end(new Engine(settings).composeBegins());
    if (strays > 0) {
      progress.info("Ended %d processes that it left".formatted(strays));
    }
    DeployContext attempt = new DeployContext(settings, progress, left.get());
    StepsRunner course = new StepsRunner(attempt);
    if (course.isPastPointOfNoReturn() || left.get().what() == Operation.FIRST) {
      progress.info("Finishing it");
      course.take(course.at());
    } else if (!left.get().what().keepsServer()
        && attempt.toSwitch().live() == attempt.fresh()
        && isHealthy(attempt)) {
      progress.info("It serves and is healthy: finishing it");
      course.take(course.at("read-back"));
    } else {
      OpsException undone =
          course.undo(
              course.at(),
              OpsException.refused(
                  "go on", "bookingctl was ended in step " + left.get().step(), "Begin again."));
      if (DeployState.read(settings.places().state()).isPresent()) {
        throw undone;
      }
      if (undone.exitCode() == ExitCode.UNDONE) {
        progress.info("It is undone");
      } else {
        progress.warn(String.valueOf(undone.getMessage()));
      }
    }
  }

  private static boolean isHealthy(DeployContext attempt) {
    try {
      return attempt.containers().state(attempt.fresh().service()).isHealthy();
    } catch (OpsException e) {
      return false;
    }
  }
}
