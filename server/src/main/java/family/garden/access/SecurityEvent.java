package family.garden.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an account or to the settings, once or several times within one hour.
 *
 * @param at the last time
 * @param times how often, from 1
 * @param memberId whose account; null where it is nobody's
 * @param memberName null where there is no such account any more
 * @param actorId who did it; null where nobody was logged in
 * @param actorName null where there is no such account any more
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SecurityEvent(
    long id,
    SecurityEventKind kind,
    Instant at,
    int times,
    @Nullable UUID memberId,
    @Nullable String memberName,
    @Nullable UUID actorId,
    @Nullable String actorName) {}
