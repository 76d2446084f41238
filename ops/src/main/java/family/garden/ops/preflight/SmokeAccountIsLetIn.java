package family.garden.ops.preflight;

import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Server;
import family.garden.ops.smoke.Smoke;

/**
 * Whether the server that serves lets the smoke account in: where it does not, the new version
 * would not either, and be blamed for it.
 *
 * @param serves the server that serves now
 */
record SmokeAccountIsLetIn(Settings settings, Server serves) implements Check {
  private static final int WRONG = 401;

  @Override
  public String name() {
    return "smoke";
  }

  @Override
  public Finding look() {
    Smoke smoke = new Smoke(settings, new Progress(System.err, true));
    try {
      int status = smoke.tryLogIn(serves);
      return status == WRONG
          ? Finding.bad(
              name(),
              "the server that serves does not let the smoke account in",
              "\"bookingctl doctor\" says what to do.")
          : Finding.well(name(), "the log-in of the smoke account was answered with " + status);
    } catch (OpsException e) {
      // A server that does not answer may be why there is a deploy.
      return Finding.well(name(), "no log-in could be tried with the smoke account");
    }
  }
}
