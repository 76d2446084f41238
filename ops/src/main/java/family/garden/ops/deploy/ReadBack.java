package family.garden.ops.deploy;

import family.garden.ops.report.Trouble;
import family.garden.ops.smoke.Smoke;

/** What people get is what was to be deployed: asked through the proxy, as they ask. */
final class ReadBack implements Step {
  @Override
  public String name() {
    return "read-back";
  }

  @Override
  public String tells(Attempt attempt) {
    return "Reading the version back through the proxy";
  }

  @Override
  public void run(Attempt attempt) throws Trouble {
    expectFresh(attempt, attempt.smoke().version(attempt.throughProxy()));
  }

  static void expectFresh(Attempt attempt, Smoke.Version said) throws Trouble {
    String expected = attempt.journal().release().version().text();
    if (!said.version().equals(expected) || !said.colour().equals(attempt.fresh().toString())) {
      throw Trouble.refused(
          "read the version back",
          "%s (%s) answered instead of %s (%s)"
              .formatted(said.version(), said.colour(), expected, attempt.fresh()),
          "Ask whoever made this release whether its image and its description belong together.");
    }
  }
}
