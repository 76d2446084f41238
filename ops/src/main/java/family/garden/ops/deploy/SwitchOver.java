package family.garden.ops.deploy;

import family.garden.ops.report.Trouble;
import java.time.Duration;
import java.time.Instant;

/** From the next request on people get the new version. */
final class SwitchOver implements Step {
  @Override
  public String name() {
    return "switch";
  }

  @Override
  public String tells(Attempt attempt) {
    return "Switching to " + attempt.fresh();
  }

  @Override
  public void run(Attempt attempt) throws Trouble {
    attempt.note(attempt.journal().switched(Instant.now()));
    attempt.toSwitch().to(attempt.fresh());
  }

  @Override
  public void undo(Attempt attempt) throws Trouble {
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
