package family.garden.access;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event at an account or the settings, once or several times within one hour.
 *
 * @param at the last time
 * @param times how often, from 1
 * @param memberId whose account; null if it concerns no account
 * @param memberName null if the account was erased
 * @param actorId who caused it; null if nobody was logged in
 * @param actorName null if the account was erased
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
