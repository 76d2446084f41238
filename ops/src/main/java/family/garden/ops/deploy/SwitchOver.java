package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;

/** From the next request on people get the new version. */
final class SwitchOver implements Step {
  @Override
  public String name() {
    return "switch";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Switching to " + attempt.fresh();
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    attempt.note(attempt.journal().switched(Instant.now()));
    attempt.toSwitch().to(attempt.fresh());
  }

  @Override
  public void undo(DeployContext attempt) throws OpsException {
    if (attempt.toSwitch().live() != attempt.old()) {
      long begun = System.nanoTime();
      attempt.toSwitch().to(attempt.old());
      attempt
          .progress()
          .info(
              "Switched back to %s in %d ms"
                  .formatted(
                      attempt.old(), Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    }
  }
}
