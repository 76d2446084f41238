package family.garden.passkey;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A passkey as its owner sees it.
 *
 * @param name as the owner calls it
 * @param lastUsedAt null until the first log-in with it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
record Passkey(UUID id, String name, Instant createdAt, @Nullable Instant lastUsedAt) {}
