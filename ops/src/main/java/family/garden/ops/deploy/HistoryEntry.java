package family.garden.ops.deploy;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A deploy, or another operation like it, that has ended.
 *
 * @param startedAt when it began; no two begin at the same time
 * @param finishedAt when it ended
 * @param from the version that served before; empty where there was none
 * @param to the version that was to serve
 * @param result whether it was done or undone
 * @param reason why it was undone; empty where it was done
 * @param seconds that each step took
 * @param failedStep the step that failed by itself; empty where none did, as where it was
 *     interrupted
 */
public record HistoryEntry(
    Instant startedAt,
    Instant finishedAt,
    Operation operation,
    Optional<String> from,
    String to,
    Result result,
    String reason,
    Map<String, Double> seconds,
    Optional<String> failedStep) {

  public enum Result {
    DONE,
    UNDONE
  }
}
