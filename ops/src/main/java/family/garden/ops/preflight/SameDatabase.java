package family.garden.ops.preflight;

import family.garden.ops.database.Postgres;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The new PostgreSQL reads the files of the old one, which it does within a major version only.
 *
 * @param runs its image; null where nobody knows
 */
record SameDatabase(Engine engine, @Nullable String runs, String wanted) implements Check {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Override
  public String name() {
    return "database";
  }

  @Override
  public Finding look() throws OpsException {
    if (wanted.equals(runs)) {
      return Finding.well(name(), "it stays");
    }
    String now = runs == null ? "none" : major(runs);
    String then = major(wanted);
    return now.equals(then)
        ? Finding.well(name(), "it stays PostgreSQL " + now)
        : Finding.bad(
            name(),
            "its files are of PostgreSQL %s, and the release has PostgreSQL %s"
                .formatted(now, then),
            "Deploy a release whose description says how to bring them over.");
  }

  private String major(String image) throws OpsException {
    return String.valueOf(
        Postgres.major(
            Processes.ask(
                engine.databaseVersion(image),
                LIMIT,
                "ask the image of the database for its version",
                "See whether it is there.")));
  }
}
