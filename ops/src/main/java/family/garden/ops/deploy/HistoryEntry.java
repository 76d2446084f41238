package family.garden.ops.deploy;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A deploy or a rollback that is over.
 *
 * @param began when; no two begin at the same time
 * @param finished when it was over
 * @param from the version that served before; empty where there was none
 * @param to the version that was to serve
 * @param ended how
 * @param why what went wrong; empty where nothing did
 * @param seconds that each step took
 * @param failed the step that failed by itself; empty where none did, as where it was interrupted
 */
public record HistoryEntry(
    Instant began,
    Instant finished,
    Operation what,
    Optional<String> from,
    String to,
    Ended ended,
    String why,
    Map<String, Double> seconds,
    Optional<String> failed) {

  public HistoryEntry {
    Objects.requireNonNull(began, "began is missing");
    Objects.requireNonNull(finished, "finished is missing");
    Objects.requireNonNull(what, "what is missing");
    Objects.requireNonNull(to, "to is missing");
    Objects.requireNonNull(ended, "ended is missing");
    Objects.requireNonNull(why, "why is missing");
    Objects.requireNonNull(seconds, "seconds is missing");
  }

  /** How it ended. */
  public enum Ended {
    /** The new version serves. */
    DONE,
    /** The site is as it was. */
    UNDONE
  }
}
