package family.garden.ops.deploy;

import family.garden.ops.database.Postgres;
import family.garden.ops.disk.SecretFile;
import family.garden.ops.result.OpsException;
import java.time.Duration;

/**
 * Gives the server another secret: another password of the database at its next connection,
 * everything else at its next start. The secret before is kept beside it until the end, and brought
 * back to the file and the database by {@link #undo}, wherever this was killed.
 */
final class SwapSecret implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "swap-secret";
  }

  @Override
  public String describe(DeployContext context) {
    return "Making %s anew".formatted(name(context));
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    SecretFile file = SecretFile.in(context.settings().places().secrets(), name(context));
    file.next().write(SecretFile.random(), file);
    file.keepAs(file.before());
    tellDatabase(context, file.next().read());
    file.overwriteWith(file.next());
    file.next().remove();
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    SecretFile file = SecretFile.in(context.settings().places().secrets(), name(context));
    if (file.before().exists()) {
      tellDatabase(context, file.before().read());
      file.overwriteWith(file.before());
      file.before().remove();
    }
    file.next().remove();
  }

  private static String name(DeployContext context) {
    return context.plan().secret().orElseThrow();
  }

  private static void tellDatabase(DeployContext context, String password) throws OpsException {
    if (!name(context).equals(Secrets.DATABASE_PASSWORD)) {
      return;
    }
    context.run(
        context
            .engine()
            .feeding("database", Postgres.psql())
            .withInput(Postgres.changePassword(password)),
        LIMIT,
        "give the database another password",
        "See whether the database runs: bookingctl status.");
  }
}
