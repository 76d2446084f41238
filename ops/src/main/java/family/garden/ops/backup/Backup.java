package family.garden.ops.backup;

import family.garden.ops.report.Trouble;
import java.time.Instant;
import java.util.Optional;

/**
 * A backup, as others see it.
 *
 * @param id named by its time, so that ids sort by it
 * @param madeAt the moment that it brings back
 * @param provenAt when it was restored and found the same; without, it is not called good
 * @param offBoxAt when a copy was taken off this machine
 * @param fault what is wrong with it
 */
public record Backup(
    String id,
    Instant madeAt,
    Kind kind,
    long bytes,
    Optional<Instant> provenAt,
    Optional<Instant> offBoxAt,
    String reason,
    Optional<String> fault) {
  static Backup unreadable(String id, Trouble wrong) {
    return new Backup(
        id,
        Instant.EPOCH,
        id.endsWith(Kind.BASE.word()) ? Kind.BASE : Kind.DUMP,
        0,
        Optional.empty(),
        Optional.empty(),
        "",
        Optional.of(String.valueOf(wrong.getMessage())));
  }
}
