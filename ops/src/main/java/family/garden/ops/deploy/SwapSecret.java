package family.garden.ops.deploy;

import family.garden.ops.database.Postgres;
import family.garden.ops.disk.SecretFile;
import family.garden.ops.report.Trouble;
import java.time.Duration;

/**
 * Gives the server another secret from its next start on. The database takes the new password at
 * once; the server that still serves keeps the connections that it has.
 */
final class SwapSecret implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "swap-secret";
  }

  @Override
  public String tells(Attempt attempt) {
    return "Making %s anew".formatted(name(attempt));
  }

  @Override
  public void run(Attempt attempt) throws Trouble {
    SecretFile file = SecretFile.in(attempt.settings().places().secrets(), name(attempt));
    file.next().write(SecretFile.random(), file);
    file.keepAs(file.before());
    tellDatabase(attempt, file.next().read());
    file.next().replace(file);
  }

  @Override
  public void undo(Attempt attempt) throws Trouble {
    SecretFile file = SecretFile.in(attempt.settings().places().secrets(), name(attempt));
    if (file.before().exists()) {
      tellDatabase(attempt, file.before().read());
      file.before().replace(file);
    }
    file.next().remove();
  }

  private static String name(Attempt attempt) {
    return attempt.journal().secret().orElseThrow();
  }

  private static void tellDatabase(Attempt attempt, String password) throws Trouble {
    if (!name(attempt).equals(Secrets.DATABASE_PASSWORD)) {
      return;
    }
    attempt.run(
        attempt
            .engine()
            .feeding("database", Postgres.psql())
            .reading(Postgres.changePassword(password)),
        LIMIT,
        "give the database another password",
        "See whether the database runs: bookingctl status.");
  }
}
