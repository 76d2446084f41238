package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import family.garden.ops.smoke.Smoke;

/** What people get is what was to be deployed: asked through the proxy, as they ask. */
final class ReadBack implements Step {
  @Override
  public String name() {
    return "read-back";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Reading the version back through the proxy";
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    expectFresh(attempt, attempt.smoke().version(attempt.throughProxy()));
  }

  static void expectFresh(DeployContext attempt, Smoke.Version said) throws OpsException {
    String expected = attempt.journal().release().version().text();
    if (!said.version().equals(expected) || !said.colour().equals(attempt.fresh().toString())) {
      throw OpsException.refused(
          "read the version back",
          "%s (%s) answered instead of %s (%s)"
              .formatted(said.version(), said.colour(), expected, attempt.fresh()),
          "Ask whoever made this release whether its image and its description belong together.");
    }
  }
}
