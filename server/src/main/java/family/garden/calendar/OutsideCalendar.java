package family.garden.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of others that blocks the garden, as administrators see it.
 *
 * @param host where it is; the rest of the address may be a secret
 * @param lastFetchedAt when it was last read with success; null before that
 * @param lastError why it could not be read the last time; null if it could
 * @param blockedRanges how many ranges of nights it blocks
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record OutsideCalendar(
    UUID id,
    String name,
    String host,
    @Nullable Instant lastFetchedAt,
    @Nullable String lastError,
    int blockedRanges) {}
