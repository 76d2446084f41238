package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.time.Duration;

/**
 * Gives the old server's memory back. Its container stays, with what it wrote, and its images stay
 * named in images.env, so that the way back needs nothing from anywhere.
 */
final class StopOld implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "stop-old";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Stopping the old version";
  }

  @Override
  public boolean isPastPointOfNoReturn() {
    return true;
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    attempt.images().write(ImagesFile.running(attempt.images().read(), attempt.fresh()));
    attempt.run(
        attempt.engine().compose("stop", attempt.old().service()),
        LIMIT,
        "stop the old version",
        "See whether the engine is started.");
    PauseMonitoring.resume(attempt);
  }
}
