package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.notify.Notification;
import family.garden.ops.notify.Notifications;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.time.Duration;

/** Notifies the keeper when a deploy, or another operation like it, has ended. */
record Notices(Notifications notifications) implements DeployListener {
  private static final String NOTHING = "Nothing is to be done.";
  private static final String DOCTOR = "Run \"sudo bookingctl doctor\".";

  static DeployListener to(Settings settings, Progress progress) {
    return new Notices(new Notifications(settings, progress));
  }

  @Override
  public void done(Deployed deployed) {
    notifications.publish(of(deployed));
  }

  @Override
  public void failed(Failure how, DeployPlan plan, OpsException why, Duration took) {
    notifications.publish(of(how, plan.operation(), plan.version(), why, took));
  }

  /** All of it is done. */
  static Notification of(Deployed deployed) {
    String version = deployed.to();
    String before = deployed.from().map(from -> " in place of " + from).orElse("");
    return switch (deployed.operation()) {
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
      case UPGRADE_SERVICES ->
          good(
              "nginx, PostgreSQL and Redis are those of " + version,
              "They were replaced; the site was away for some seconds.",
              deployed,
              NOTHING);
      case APPLY, APPLY_SERVICES ->
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

  static Notification of(
      Failure how, Operation operation, String version, OpsException why, Duration took) {
    String serves = operation.changesRelease() ? version + " serves" : "the site is served";
    String ending =
        switch (how) {
          case UNDONE -> " failed and is undone";
          case PARTLY_UNDONE -> " failed and is not all undone";
          case NOT_UNDONE -> " failed and is not undone";
          case UNFINISHED -> " is not finished, though " + serves;
        };
    return new Notification(
        tried(operation, version) + ending,
        false,
        why.getMessage(),
        took,
        how == Failure.UNDONE ? adviceAfterUndo(operation) : DOCTOR);
  }

  private static String adviceAfterUndo(Operation operation) {
    // settings.env is the keeper's file, so it is not undone.
    return operation.changesSettings()
        ? "Put the old settings back into settings.env: the next start of the machine would use"
            + " those that failed."
        : "Nothing at once: the site is as it was. \"sudo bookingctl releases\" shows what was"
            + " tried.";
  }

  /** What it was, to stand inside a sentence. */
  static String tried(Operation operation, String version) {
    return switch (operation) {
      case FIRST, DEPLOY -> "the deploy of " + version;
      case ROLLBACK -> "the rollback to " + version;
      case UPGRADE_SERVICES -> "the upgrade of nginx, PostgreSQL and Redis";
      case APPLY, APPLY_SERVICES -> "the change of settings";
      case ROTATE -> "the change of a secret";
    };
  }

  private static Notification good(String title, String text, Deployed deployed, String advice) {
    return new Notification(title, true, text, deployed.took(), advice);
  }
}
