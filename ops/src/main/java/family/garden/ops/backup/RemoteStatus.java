package family.garden.ops.backup;

import java.time.Instant;
import java.util.Optional;

/**
 * What would be left if this machine were lost now.
 *
 * @param isSet whether there is a place for a remote copy
 * @param newestCopy the moment that the newest verified backup with a remote copy brings back
 * @param oldestWaitingSegment since when the oldest segment of the WAL waits for its remote copy;
 *     empty where none waits. What PostgreSQL itself has not archived yet does not count.
 */
public record RemoteStatus(
    boolean isSet, Optional<Instant> newestCopy, Optional<Instant> oldestWaitingSegment) {}
