package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.OrphanProcesses;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import java.util.Optional;

/**
 * Finishes or undoes the deploy that a killed bookingctl left. Before the switch all of it is
 * undone. After the switch a healthy new version is watched to the end; otherwise people are
 * switched back. Services that were half upgraded are put back.
 */
record DeployRecovery(Settings settings, Progress progress) {
  /** Does nothing where no deploy was left. */
  void settle() throws OpsException {
    Optional<DeployState> interrupted = DeployState.read(settings.places().state());
    if (interrupted.isPresent()) {
      settle(interrupted.get());
    }
  }

  private void settle(DeployState interrupted) throws OpsException {
    Operation operation = interrupted.plan().operation();
    progress.touches();
    progress.warn(
        "the %s of %s was ended in step %s"
            .formatted(operation, interrupted.plan().version(), interrupted.step()));
    int strays = OrphanProcesses.end(new Engine(settings).composeBegins());
    if (strays > 0) {
      progress.info("Ended %d processes that it interrupted".formatted(strays));
    }
    DeployContext context = new DeployContext(settings, progress, interrupted);
    StepsRunner runner = new StepsRunner(context, Notices.to(settings, progress));
    if (runner.isPastPointOfNoReturn() || operation == Operation.FIRST) {
      progress.info("Finishing it");
      runner.run(runner.at());
    } else if (!operation.keepsServer()
        && context.toSwitch().live() == context.newColour()
        && isHealthy(context)) {
      progress.info("It serves and is healthy: finishing it");
      runner.run(Steps.at(operation, ReadBack.NAME));
    } else {
      undo(runner, interrupted.step());
    }
  }

  private void undo(StepsRunner runner, String step) throws OpsException {
    OpsException undone =
        runner.undo(
            runner.at(),
            OpsException.refused("go on", "bookingctl was ended in step " + step, "Begin again."),
            Optional.empty());
    if (DeployState.read(settings.places().state()).isPresent()) {
      throw undone;
    }
    if (undone.exitCode() == ExitCode.UNDONE) {
      progress.info("It is undone");
    } else {
      progress.warn(undone.getMessage());
    }
  }

  private static boolean isHealthy(DeployContext context) {
    try {
      return context.containers().of(context.newColour().service()).isHealthy();
    } catch (OpsException e) {
      return false;
    }
  }
}
