package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import family.garden.ops.smoke.Smoke;

/** Checks through the proxy that people get the version that was deployed. */
final class ReadBack implements Step {
  static final String NAME = "read-back";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String describe(DeployContext context) {
    return "Reading the version back through the proxy";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    expectNew(context, context.smoke().version(context.throughProxy()));
  }

  static void expectNew(DeployContext context, Smoke.Version answer) throws OpsException {
    String expected = context.plan().release().version().text();
    if (!answer.version().equals(expected)
        || !answer.colour().equals(context.newColour().toString())) {
      throw OpsException.refused(
          "read the version back",
          "%s (%s) answered instead of %s (%s)"
              .formatted(answer.version(), answer.colour(), expected, context.newColour()),
          "Ask whoever made this release whether its image and its description belong together.");
    }
  }
}
