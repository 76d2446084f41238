package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;

/** Tests directly, not through the proxy, that the new server does what people need. */
final class SmokeNew implements Step {
  @Override
  public String name() {
    return "smoke-new";
  }

  @Override
  public String describe(DeployContext context) {
    return context.plan().operation() == Operation.FIRST
        ? "Smoke test, as far as it goes without members"
        : "Smoke test: log in, look, have a booking validated";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    Site newServer = context.direct(context.newColour());
    ReadBack.expectNew(context, context.smoke().version(newServer));
    if (context.plan().operation() == Operation.FIRST) {
      // Its garden has no members yet: a password that lies here belongs to data still to come
      // back.
      context.smoke().testWithoutLogIn(newServer);
    } else {
      context.keep(context.smoke().test(newServer));
    }
  }
}
