package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.time.Duration;

/**
 * Stops the old server, whose memory is needed. Its container stays with its log, and images.env
 * still names its images, so that a rollback needs no download.
 */
final class StopOld implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "stop-old";
  }

  @Override
  public String describe(DeployContext context) {
    return "Stopping the old version";
  }

  @Override
  public boolean isPastPointOfNoReturn() {
    return true;
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    context.images().write(ImagesFile.running(context.images().read(), context.newColour()));
    context.run(
        context.engine().compose("stop", context.oldColour().service()),
        LIMIT,
        "stop the old version",
        "See whether the engine is started.");
    PauseMonitoring.resume(context);
  }
}
