package family.garden.accommodation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A place to sleep.
 *
 * @param maxCapacity persons per night, 1 to 100
 * @param isActive whether it takes new bookings
 * @param version grows with each edit, for {@code If-Match}
 */
public record Accommodation(
    UUID id,
    String name,
    AccommodationType type,
    int maxCapacity,
    // Named: Jackson would otherwise take "is" for a getter's prefix.
    @JsonProperty("isActive") boolean isActive,
    @Nullable String description,
    int version) {}
