package family.garden.ops.backup;

import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A backup, as lists and other packages show it.
 *
 * @param id begins with the time when it was begun, by the clock of then
 * @param madeAt the moment that it brings back
 * @param verifiedAt when it was last restored and found the same; empty: not, or no longer
 * @param copiedAt when its remote copy was made
 * @param fault what is wrong with it
 */
public record Backup(
    String id,
    Instant madeAt,
    BackupType type,
    long bytes,
    Optional<Instant> verifiedAt,
    Optional<Instant> copiedAt,
    String reason,
    Optional<String> fault) {
  /** A backup that is dated further ahead than this was made while the clock was wrong. */
  static final Duration AHEAD = Duration.ofDays(1);

  /** Whether a clock that was ahead made it, so that nobody knows how old it is. */
  public boolean isDatedAhead(Instant now) {
    return madeAt.isAfter(now.plus(AHEAD));
  }

  static Backup unreadable(String id, OpsException wrong) {
    return new Backup(
        id,
        Instant.EPOCH,
        id.endsWith(BackupType.BASE.word()) ? BackupType.BASE : BackupType.DUMP,
        0,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.of(wrong.getMessage()));
  }
}
