package family.garden.ops.deploy;

import family.garden.ops.process.Patience;
import family.garden.ops.report.Trouble;
import java.time.Duration;

/** Waits until the new server says that it can serve; one that ends by itself is not waited for. */
final class BecomeHealthy implements Step {
  @Override
  public String name() {
    return "healthy";
  }

  @Override
  public String tells(Attempt attempt) {
    return "Waiting until it is healthy";
  }

  @Override
  public void run(Attempt attempt) throws Trouble {
    String service = attempt.fresh().service();
    Duration limit = attempt.settings().deploys().start();
    Patience patience = new Patience(limit, Duration.ofMillis(500));
    Containers containers = attempt.containers();
    do {
      Containers.State state = containers.state(service);
      if (state.isHealthy()) {
        return;
      }
      if (state.restarts() > 0 || !state.status().matches("running|created")) {
        throw notHealthy(attempt, "it ended by itself");
      }
    } while (patience.lookAgain());
    throw notHealthy(attempt, "it was not healthy after %d s".formatted(limit.toSeconds()));
  }

  private static Trouble notHealthy(Attempt attempt, String because) throws Trouble {
    return Trouble.refused(
        "start " + attempt.journal().release().version(),
        "%s; its last words were:\n  %s\n"
            .formatted(because, attempt.containers().lastWords(attempt.fresh().service())),
        "Ask whoever made this release.");
  }
}
