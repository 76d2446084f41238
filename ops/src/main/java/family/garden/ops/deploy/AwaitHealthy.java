package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;

/** Waits until the new server says that it can serve; one that ends by itself is not waited for. */
final class AwaitHealthy implements Step {
  @Override
  public String name() {
    return "healthy";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Waiting until it is healthy";
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    attempt
        .containers()
        .awaitHealthy(
            attempt.fresh().service(),
            0,
            attempt.settings().deploys().start(),
            "start " + attempt.journal().release().version());
  }
}
