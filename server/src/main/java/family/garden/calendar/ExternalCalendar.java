package family.garden.calendar;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A calendar of others that blocks the garden, as administrators see it.
 *
 * @param host where it is; the rest of the address may be a secret
 * @param lastFetchedAt when it was last read with success; null before that
 * @param lastError why it could not be read the last time; null if it could
 * @param blockedRanges how many ranges of nights it blocks
 * @param nextBlockedNight the first night from today on that it blocks; null if there is none
 * @param eventsRead how many events were read the last time, those included that are over; null
 *     before that
 * @param eventsSkipped how many were left out, or read in part
 * @param skipped why, in whole sentences
 * @param skipNotAvailable whether rows of Airbnb that say "Not available" are left out
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ExternalCalendar(
    UUID id,
    String name,
    String host,
    @Nullable Instant lastFetchedAt,
    @Nullable String lastError,
    int blockedRanges,
    @Nullable LocalDate nextBlockedNight,
    @Nullable Integer eventsRead,
    int eventsSkipped,
    List<String> skipped,
    boolean skipNotAvailable) {}
