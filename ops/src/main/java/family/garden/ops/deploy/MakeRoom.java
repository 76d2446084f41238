package family.garden.ops.deploy;

import family.garden.ops.engine.Engine;
import family.garden.ops.preflight.Memory;
import family.garden.ops.report.Trouble;
import java.time.Duration;
import java.util.List;

/** Pauses the monitoring where a second server does not fit beside it. */
final class MakeRoom implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "make-room";
  }

  @Override
  public String tells(Attempt attempt) {
    return "Making room for a second server";
  }

  @Override
  public void run(Attempt attempt) throws Trouble {
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
  public void undo(Attempt attempt) throws Trouble {
    resume(attempt);
  }

  /** Starts again what was paused. */
  static void resume(Attempt attempt) throws Trouble {
    if (!attempt.journal().paused().isEmpty()) {
      attempt.progress().detail("resuming " + String.join(", ", attempt.journal().paused()));
      call(attempt, "start", attempt.journal().paused());
    }
  }

  private static void call(Attempt attempt, String verb, List<String> services) throws Trouble {
    Engine engine = attempt.engine();
    attempt.run(
        engine.compose(verb).with(services.toArray(String[]::new)),
        LIMIT,
        verb + " the monitoring",
        "See whether the engine is started.");
  }
}
