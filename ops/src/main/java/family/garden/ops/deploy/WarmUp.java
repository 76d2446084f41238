package family.garden.ops.deploy;

import family.garden.ops.process.Poller;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;

/**
 * Sends the first requests, which are the slowest of a Java server, so that nobody waits for them.
 * The old server gets some too, so that there are times to compare with on a quiet day.
 */
final class WarmUp implements Step {
  private static final int ROUNDS = 20;
  private static final int ROUNDS_OF_OLD = 5;

  @Override
  public String name() {
    return "warm-up";
  }

  @Override
  public String describe(DeployContext context) {
    return "Warming up";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    Site newServer = context.direct(context.newColour());
    for (int round = 0; round < ROUNDS; round++) {
      context.smoke().look(newServer, context.session());
    }
    if (context.plan().secret().filter(Secrets.SERVER_SECRET::equals).isPresent()) {
      // It does not know the session, which the new secret has signed.
      return;
    }
    try {
      Site old = context.throughProxy();
      for (int round = 0; round < ROUNDS_OF_OLD; round++) {
        context.smoke().look(old, context.session());
      }
    } catch (OpsException e) {
      Poller.throwIfInterrupted();
      context.progress().warn("the version that serves now does not: " + e.getMessage());
    }
  }
}
