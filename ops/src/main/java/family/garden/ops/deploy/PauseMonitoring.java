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
    return "make-room";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Making room for a second server";
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    Memory memory = new Memory(attempt.engine());
    if (memory.available() >= attempt.settings().deploys().secondServer()) {
      return;
    }
    List<String> monitoring = memory.monitoring();
    if (!monitoring.isEmpty()) {
      attempt.note(attempt.journal().pausing(monitoring));
      attempt.progress().detail("pausing " + String.join(", ", monitoring));
      call(attempt, "stop", monitoring);
    }
  }

  @Override
  public void undo(DeployContext attempt) throws OpsException {
    resume(attempt);
  }

  /** Starts again what was paused. */
  static void resume(DeployContext attempt) throws OpsException {
    if (!attempt.journal().paused().isEmpty()) {
      attempt.progress().detail("resuming " + String.join(", ", attempt.journal().paused()));
      call(attempt, "start", attempt.journal().paused());
    }
  }

  private static void call(DeployContext attempt, String verb, List<String> services)
      throws OpsException {
    Engine engine = attempt.engine();
    attempt.run(
        engine.compose(verb).with(services.toArray(String[]::new)),
        LIMIT,
        verb + " the monitoring",
        "See whether the engine is started.");
  }
}
