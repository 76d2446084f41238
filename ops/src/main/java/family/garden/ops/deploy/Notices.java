package family.garden.ops.deploy;

import family.garden.ops.notify.Notification;
import family.garden.ops.result.OpsException;
import java.time.Duration;

/** What the keeper hears when a deploy, or what works like one, has ended. */
final class Notices {
  private static final String NOTHING = "Nothing is to be done.";
  private static final String DOCTOR = "Run \"sudo bookingctl doctor\".";

  private Notices() {}

  /** All of it is done. */
  static Notification done(Deployed deployed) {
    String version = deployed.to();
    String before = deployed.from().map(from -> " in place of " + from).orElse("");
    return switch (deployed.what()) {
      case FIRST ->
          good(
              version + " serves",
              "The first release was started.",
              deployed,
              "Open the link that \"sudo bookingctl logs server-%s\" shows."
                  .formatted(deployed.colour()));
      case DEPLOY ->
          good(
              version + " serves",
              version + " was deployed" + before + ".",
              deployed,
              "Nothing; where it is no good, \"sudo bookingctl rollback\" is the way back.");
      case ROLLBACK ->
          good(
              version + " serves again",
              version + " was brought back" + before + ".",
              deployed,
              "See why the newer version was no good before it is deployed again.");
      case RENEW ->
          good(
              "nginx, PostgreSQL and Redis are those of " + version,
              "They were replaced; the site was away for some seconds.",
              deployed,
              NOTHING);
      case APPLY, APPLY_PARTS ->
          good(
              "the settings are applied",
              "What runs has the settings of settings.env now.",
              deployed,
              NOTHING);
      case ROTATE ->
          good(
              "a secret is another one",
              "The server and its database use the new one.",
              deployed,
              "Make the recovery sheet anew: \"sudo bookingctl recovery-sheet\".");
    };
  }

  /** It failed, and what was done is undone. */
  static Notification undone(Operation what, String version, OpsException why, Duration took) {
    String advice =
        switch (what) {
          // The file is the keeper's, so it is not undone.
          case APPLY, APPLY_PARTS ->
              "Put the old settings back into settings.env: the next start of the machine would use"
                  + " those that failed.";
          default ->
              "Nothing at once: the site is as it was. \"sudo bookingctl releases\" shows what was tried.";
        };
    return bad(tried(what, version) + " failed and is undone", why, took, advice);
  }

  /** It failed, and some of it is not undone. */
  static Notification stuck(Operation what, String version, OpsException why, Duration took) {
    return bad(tried(what, version) + " failed and is not undone", why, took, DOCTOR);
  }

  /** It failed; the server is as it was, and other parts are not. */
  static Notification partlyUndone(
      Operation what, String version, OpsException why, Duration took) {
    return bad(tried(what, version) + " failed and is not all undone", why, took, DOCTOR);
  }

  /** It failed when it was too late to go back. */
  static Notification half(Operation what, String version, OpsException why, Duration took) {
    String serves = what.changesRelease() ? version + " serves" : "the site is served";
    return bad(tried(what, version) + " is not finished, though " + serves, why, took, DOCTOR);
  }

  /** What it was, to stand inside a sentence. */
  static String tried(Operation what, String version) {
    return switch (what) {
      case FIRST, DEPLOY -> "the deploy of " + version;
      case ROLLBACK -> "the rollback to " + version;
      case RENEW -> "the renewal of nginx, PostgreSQL and Redis";
      case APPLY, APPLY_PARTS -> "the change of settings";
      case ROTATE -> "the change of a secret";
    };
  }

  private static Notification good(String title, String text, Deployed deployed, String advice) {
    return new Notification(title, true, text, deployed.took(), advice);
  }

  private static Notification bad(String title, OpsException why, Duration took, String advice) {
    return new Notification(title, false, String.valueOf(why.getMessage()), took, advice);
  }
}
