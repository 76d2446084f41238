package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;

/** Waits until the new server says that it can serve; one that ends by itself is not waited for. */
final class AwaitHealthy implements Step {
  @Override
  public String name() {
    return "await-healthy";
  }

  @Override
  public String describe(DeployContext context) {
    return "Waiting until it is healthy";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    context
        .containers()
        .awaitHealthy(
            context.newColour().service(),
            0,
            context.settings().deploys().start(),
            "start " + context.plan().release().version());
  }
}
