package family.garden.ops.monitoring;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.List;

/**
 * How a round of the doctor ended.
 *
 * @param examined whether it looked; not while another work is under way
 * @param begun how many problems are new
 * @param gone how many are no longer there
 * @param delivered whether a channel took what was to be sent, or none is configured
 */
public record RoundResult(boolean examined, int begun, int gone, boolean delivered)
    implements CommandResult {
  @Override
  public List<String> lines() {
    if (!examined) {
      return List.of("Another work is under way; the next round looks again.");
    }
    return List.of(
        "%d problems are new, %d are gone%s."
            .formatted(begun, gone, delivered ? "" : "; no channel took the notification"));
  }

  /** A finding is no failure of the round. */
  @Override
  public ExitCode exitCode() {
    return delivered ? ExitCode.DONE : ExitCode.NOT_WELL;
  }
}
