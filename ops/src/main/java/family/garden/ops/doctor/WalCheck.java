package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.time.Duration;
import java.util.List;

/** Whether the database hands over its WAL, so that little is lost with the card. */
final class WalCheck implements StackCheck {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  /** Whether it archives; whether the last try failed; seconds since one went well, or -1. */
  private static final String QUERY =
      "SELECT current_setting('archive_mode'),"
          + " coalesce(last_failed_time > coalesce(last_archived_time, '-infinity'), false),"
          + " coalesce(extract(epoch FROM now() - last_archived_time)::bigint, -1)"
          + " FROM pg_stat_archiver";

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    if (status.container("database").filter(status::isWell).isEmpty()) {
      return;
    }
    String row =
        Processes.ask(
            new Engine(settings)
                .in(
                    "database",
                    "psql",
                    "--username=database",
                    "--dbname=booking",
                    "--tuples-only",
                    "--no-align",
                    "--command=" + QUERY),
            LIMIT,
            "ask the database about its WAL",
            "bookingctl logs database.");
    found.addAll(judge(List.of(row.strip().split("\\|", -1))));
  }

  List<Finding> judge(List<String> answer) throws OpsException {
    if (answer.size() != 3) {
      throw OpsException.refused(
          "ask the database about its WAL", "it says " + answer, "Look at pg_stat_archiver.");
    }
    if (answer.getFirst().equals("off")) {
      return List.of(
          Finding.hint(
              "it is not archived: what was booked since the last backup would be lost with the card",
              "Deploy a release whose database archives its WAL."));
    }
    if (answer.get(1).equals("t")) {
      return List.of(
          Finding.urgent(
              "the archive does not take it" + since(answer.get(2)),
              "Mostly the disk is full or the folder is not writable: \"bookingctl logs database\" says."));
    }
    return List.of();
  }

  private static String since(String seconds) {
    long minutes = Long.parseLong(seconds) / 60;
    return minutes < 1 ? "" : "; the last segment went well %d minutes ago".formatted(minutes);
  }
}
