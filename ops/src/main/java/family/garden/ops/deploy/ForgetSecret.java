package family.garden.ops.deploy;

import family.garden.ops.disk.SecretFile;
import family.garden.ops.result.OpsException;

/** Deletes the secret before, which nothing needs any more. */
final class ForgetSecret implements Step {
  @Override
  public String name() {
    return "forget-secret";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Deleting the secret before";
  }

  @Override
  public boolean isPastPointOfNoReturn() {
    return true;
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    SecretFile.in(attempt.settings().places().secrets(), attempt.journal().secret().orElseThrow())
        .before()
        .remove();
  }
}
