package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Server;
import family.garden.ops.smoke.Smoke;

/**
 * Whether the smoke account can log in at the running server. Where it cannot, it could not at the
 * new version either, and the deploy would be undone for the wrong reason.
 *
 * @param serves the running server
 */
record SmokeAccountIsLetIn(Settings settings, Server serves) implements DeployCheck {
  private static final int WRONG = 401;

  @Override
  public Finding look() {
    Smoke smoke = new Smoke(settings, new Progress(System.err, true));
    try {
      int status = smoke.tryLogIn(serves);
      return status == WRONG
          ? urgent(
              "the server that serves does not let the smoke account in",
              "\"bookingctl doctor\" says what to do.")
          : ok("the log-in of the smoke account was answered with " + status);
    } catch (OpsException e) {
      // The running server may be broken, and this deploy may mend it.
      return ok("no log-in could be tried with the smoke account");
    }
  }
}
