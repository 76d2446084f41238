package family.garden.ops.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Whether a base backup is due, and why. */
final class Due {
  /** The timer comes at a random minute: what is nearly so old is old enough. */
  private static final Duration NEARLY = Duration.ofHours(12);

  private Due() {}

  /** Why nothing from now on can be restored until there is a new base; empty if it can. */
  static Optional<String> atOnce(
      Optional<Manifest> base, String systemId, long timeline, Optional<String> gap) {
    if (base.isEmpty()) {
      return Optional.of("there is no base");
    }
    String first = base.get().wal().orElseThrow().first();
    if (!base.get().systemId().equals(systemId)
        || Long.parseLong(first.substring(0, 8), 16) != timeline) {
      return Optional.of("the base is from before a restore");
    }
    return gap.map(segment -> "the WAL has a gap at " + segment);
  }

  /** Whether the newest base is so old that a restore would have to replay too much. */
  static Optional<String> byAge(Manifest base, Instant now, int days) {
    if (base.backup().isDatedAhead(now)) {
      return Optional.of("the age of the base is unknown");
    }
    Duration age = Duration.between(base.madeAt(), now);
    return age.compareTo(Duration.ofDays(days).minus(NEARLY)) > 0
        ? Optional.of("the base is %d days old".formatted(age.plus(NEARLY).toDays()))
        : Optional.empty();
  }
}
