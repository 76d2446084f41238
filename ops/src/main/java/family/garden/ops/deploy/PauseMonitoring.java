package family.garden.ops.deploy;

import family.garden.ops.engine.Engine;
import family.garden.ops.preflight.Memory;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.List;

/** Pauses the monitoring where a second server does not fit beside it. */
final class PauseMonitoring implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "pause-monitoring";
  }

  @Override
  public String describe(DeployContext context) {
    return "Making room for a second server";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    Memory memory = new Memory(context.engine());
    if (memory.available() >= context.settings().deploys().secondServer()) {
      return;
    }
    List<String> monitoring = memory.monitoring();
    if (!monitoring.isEmpty()) {
      context.note(context.state().pausing(monitoring));
      context.progress().detail("pausing " + String.join(", ", monitoring));
      call(context, "stop", monitoring);
    }
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    resume(context);
  }

  static void resume(DeployContext context) throws OpsException {
    if (!context.state().paused().isEmpty()) {
      context.progress().detail("resuming " + String.join(", ", context.state().paused()));
      call(context, "start", context.state().paused());
    }
  }

  private static void call(DeployContext context, String verb, List<String> services)
      throws OpsException {
    Engine engine = context.engine();
    context.run(
        engine.compose(verb).with(services.toArray(String[]::new)),
        LIMIT,
        verb + " the monitoring",
        "See whether the engine is started.");
  }
}
