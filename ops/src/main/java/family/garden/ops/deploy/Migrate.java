package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import java.time.Duration;

/**
 * Brings the database to the new version's schema, by the new version's own program, and proves
 * that the old version still works on it. There is no way back from a migration, and none is
 * needed: it only ever adds, and the old version goes on.
 */
final class Migrate implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(30);

  @Override
  public String name() {
    return "migrate";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Bringing the schema to " + attempt.journal().release().schema().version();
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    DeployState journal = attempt.journal();
    boolean oldServes = oldServes(attempt);
    Installed installed = Installed.read(attempt.state());
    installed
        .with(attempt.old(), journal.before())
        .bringing(attempt.fresh(), journal.release())
        .write(attempt.state());
    attempt
        .images()
        .write(ImagesFile.with(journal.imagesBefore(), attempt.fresh(), journal.release()));
    StartNew.removeFresh(attempt);
    attempt.run(
        attempt
            .engine()
            .compose("run", "--rm", "--no-deps", "--no-TTY", attempt.fresh().service(), "migrate"),
        LIMIT,
        "bring the database to schema " + journal.release().schema().version(),
        "The database is as it was before the migration that failed.");
    Installed.read(attempt.state()).migrated(journal.release().schema()).write(attempt.state());
    if (oldServes) {
      attempt.progress().step("the old version on the new schema");
      Site old = attempt.direct(attempt.old());
      attempt.smoke().logOut(old, attempt.smoke().test(old));
    }
  }

  /** A site that is down already is no reason against the deploy that may bring it back. */
  private static boolean oldServes(DeployContext attempt) {
    try {
      attempt.smoke().version(attempt.direct(attempt.old()));
      return true;
    } catch (OpsException e) {
      attempt.progress().warn("the version that runs now does not answer: " + e.getMessage());
      return false;
    }
  }

  @Override
  public void undo(DeployContext attempt) throws OpsException {
    StartNew.removeFresh(attempt);
    attempt.images().write(attempt.journal().imagesBefore());
    Installed.read(attempt.state())
        .with(attempt.fresh(), attempt.journal().installedBefore())
        .write(attempt.state());
  }
}
