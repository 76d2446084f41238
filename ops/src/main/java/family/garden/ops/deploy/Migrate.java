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
  public String describe(DeployContext context) {
    return "Bringing the schema to " + context.plan().release().schema().version();
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    DeployPlan plan = context.plan();
    boolean oldServes = oldServes(context);
    context.changeInstalled(
        installed ->
            installed
                .with(context.oldColour(), plan.before())
                .bringing(context.newColour(), plan.release()));
    context
        .images()
        .write(ImagesFile.with(plan.imagesBefore(), context.newColour(), plan.release()));
    StartNew.removeNew(context);
    context.run(
        context
            .engine()
            .compose(
                "run", "--rm", "--no-deps", "--no-TTY", context.newColour().service(), "migrate"),
        LIMIT,
        "bring the database to schema " + plan.release().schema().version(),
        "The database is as it was before the migration that failed.");
    context.changeInstalled(installed -> installed.migrated(plan.release().schema()));
    if (oldServes) {
      context.progress().step("the old version on the new schema");
      Site old = context.direct(context.oldColour());
      context.smoke().logOut(old, context.smoke().test(old));
    }
  }

  /** A site that is down already is no reason against the deploy that may bring it back. */
  private static boolean oldServes(DeployContext context) {
    try {
      context.smoke().version(context.direct(context.oldColour()));
      return true;
    } catch (OpsException e) {
      context.progress().warn("the version that runs now does not answer: " + e.getMessage());
      return false;
    }
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    StartNew.removeNew(context);
    context.images().write(context.plan().imagesBefore());
    context.changeInstalled(
        installed -> installed.with(context.newColour(), context.plan().installedBefore()));
  }
}
