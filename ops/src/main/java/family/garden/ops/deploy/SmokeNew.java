package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;

/** The new server does what people need, asked past the proxy. */
final class SmokeNew implements Step {
  @Override
  public String name() {
    return "smoke";
  }

  @Override
  public String describe(DeployContext attempt) {
    return attempt.journal().what() == Operation.FIRST
        ? "Smoke test, as far as it goes without members"
        : "Smoke test: log in, look, have a booking validated";
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    Site fresh = attempt.direct(attempt.fresh());
    ReadBack.expectFresh(attempt, attempt.smoke().version(fresh));
    if (attempt.journal().what() == Operation.FIRST) {
      // Its garden has no members yet: a password that lies here belongs to data still to come
      // back.
      attempt.smoke().testWithoutLogIn(fresh);
    } else {
      attempt.keep(attempt.smoke().test(fresh));
    }
  }
}
