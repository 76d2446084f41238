package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;

/** Leads people to the new version from their next request on. */
final class SwitchOver implements Step {
  @Override
  public String name() {
    return "switch";
  }

  @Override
  public String describe(DeployContext context) {
    return "Switching to " + context.newColour();
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    context.note(context.state().switched(Instant.now()));
    context.toSwitch().to(context.newColour());
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    if (context.toSwitch().live() != context.oldColour()) {
      long begun = System.nanoTime();
      context.toSwitch().to(context.oldColour());
      context
          .progress()
          .info(
              "Switched back to %s in %d ms"
                  .formatted(
                      context.oldColour(), Duration.ofNanos(System.nanoTime() - begun).toMillis()));
    }
  }
}
