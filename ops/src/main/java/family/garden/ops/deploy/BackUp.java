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
  public String describe(DeployContext attempt) {
    return "Making a backup, and verifying it";
  }

  /** For the list of backups. */
  private static String reason(DeployState journal) {
    String to = "to " + journal.release().version();
    return switch (journal.what()) {
      case FIRST, DEPLOY -> "before the deploy " + to;
      case ROLLBACK -> "before the rollback " + to;
      case RENEW -> "before the renewal of the parts " + to;
      case APPLY, APPLY_PARTS -> "before settings were applied";
      case ROTATE -> "before a secret was made anew";
    };
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    if (attempt.journal().backup()) {
      new Backups(attempt.settings(), attempt.progress()).createVerified(reason(attempt.journal()));
    } else {
      attempt.progress().warn("no backup was made, as was asked for");
    }
  }
}
