package family.garden.ops.deploy;

import family.garden.ops.backup.Backups;
import family.garden.ops.report.Trouble;

/** A backup that was restored and compared, so that no migration can lose anything. */
final class BackUp implements Step {
  @Override
  public String name() {
    return "backup";
  }

  @Override
  public String tells(Attempt attempt) {
    return "Making a backup, and proving it";
  }

  @Override
  public void run(Attempt attempt) throws Trouble {
    if (attempt.journal().backup()) {
      new Backups(attempt.settings(), attempt.progress())
          .createProven("before " + attempt.journal().release().version());
    } else {
      attempt.progress().warn("no backup was made, as was asked for");
    }
  }
}
