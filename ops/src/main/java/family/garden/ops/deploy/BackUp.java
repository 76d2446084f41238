package family.garden.ops.deploy;

import family.garden.ops.backup.Backups;
import family.garden.ops.result.OpsException;

/** A backup that was restored and compared, so that no migration can lose anything. */
final class BackUp implements Step {
  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String describe(DeployContext context) {
    return "Making a backup, and verifying it";
  }

  private static String reason(DeployPlan plan) {
    String to = "to " + plan.release().version();
    return switch (plan.operation()) {
      case FIRST, DEPLOY -> "before the deploy " + to;
      case ROLLBACK -> "before the rollback " + to;
      case UPGRADE_SERVICES -> "before the upgrade of the services " + to;
      case APPLY, APPLY_SERVICES -> "before settings were applied";
      case ROTATE -> "before a secret was made anew";
    };
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    if (context.plan().backup()) {
      new Backups(context.settings(), context.progress()).createVerified(reason(context.plan()));
    } else {
      context.progress().warn("no backup was made, as was asked for");
    }
  }
}
