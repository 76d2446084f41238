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
  public String describe(DeployContext context) {
    return "Deleting the secret before";
  }

  @Override
  public boolean isPastPointOfNoReturn() {
    return true;
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    SecretFile.in(context.settings().places().secrets(), context.plan().secret().orElseThrow())
        .before()
        .remove();
  }
}
