package family.garden.ops.backup;

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
    Optional<String> fault) {}
