package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.database.Postgres;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Whether the new PostgreSQL can read the files of the running one: only within a major version.
 *
 * @param runs the image of the running database; null where it is unknown
 */
record SameDatabase(Engine engine, @Nullable String runs, String image) implements DeployCheck {
  private static final Duration LIMIT = Duration.ofMinutes(1);

  @Override
  public Finding look() throws OpsException {
    if (image.equals(runs)) {
      return ok("it stays");
    }
    String now = runs == null ? "none" : major(runs);
    String then = major(image);
    return now.equals(then)
        ? ok("it stays PostgreSQL " + now)
        : urgent(
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
