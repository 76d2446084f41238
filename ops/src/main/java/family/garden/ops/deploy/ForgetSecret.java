package family.garden.ops.deploy;

import family.garden.ops.disk.SecretFile;
import family.garden.ops.report.Trouble;

/** Deletes the secret before, which nothing needs any more. */
final class ForgetSecret implements Step {
  @Override
  public String name() {
    return "forget-secret";
  }

  @Override
  public String tells(Attempt attempt) {
    return "Deleting the secret before";
  }

  @Override
  public boolean isPastReturn() {
    return true;
  }

  @Override
  public void run(Attempt attempt) throws Trouble {
    SecretFile.in(attempt.settings().places().secrets(), attempt.journal().secret().orElseThrow())
        .before()
        .remove();
  }
}
