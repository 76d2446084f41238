package family.garden.ops.deploy;

import family.garden.ops.process.Poller;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;

/**
 * The first requests of a Java server are its slowest; nobody is to wait for them. The old server
 * is asked the same through the proxy, so that there is something to compare with on a quiet day.
 */
final class WarmUp implements Step {
  private static final int ROUNDS = 20;
  private static final int ROUNDS_OF_OLD = 5;

  @Override
  public String name() {
    return "warm-up";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Warming up";
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    Site fresh = attempt.direct(attempt.fresh());
    for (int round = 0; round < ROUNDS; round++) {
      attempt.smoke().look(fresh, attempt.session());
    }
    if (attempt.journal().secret().filter(Secrets.SERVER_SECRET::equals).isPresent()) {
      // It does not know the session, which the new secret has signed.
      return;
    }
    try {
      Site old = attempt.throughProxy();
      for (int round = 0; round < ROUNDS_OF_OLD; round++) {
        attempt.smoke().look(old, attempt.session());
      }
    } catch (OpsException e) {
      Poller.throwIfInterrupted();
      attempt.progress().warn("the version that serves now does not: " + e.getMessage());
    }
  }
}
