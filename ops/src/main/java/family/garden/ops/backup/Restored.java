package family.garden.ops.backup;

import family.garden.ops.result.CommandResult;
import java.util.List;
import java.util.Optional;

/**
 * The result of a restore.
 *
 * @param aside where the old data is, in the volume of the database
 * @param seconds from the beginning until everything was healthy
 */
public record Restored(
    String moment, String backup, long tables, long rows, Optional<String> aside, long seconds)
    implements CommandResult {
  @Override
  public List<String> lines() {
    return List.of(
        "Restored %s from %s: %d tables, %d rows, after %d s."
            .formatted(moment, backup, tables, rows, seconds),
        aside
            .map(
                folder -> "The data of before is " + folder + " in the volume; delete it yourself.")
            .orElse("There was no data before."),
        "Make a new base now: bookingctl backup create --base");
  }
}
