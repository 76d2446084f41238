package family.garden.booking;

import family.garden.occupancy.Nights;
import java.util.SortedMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft that has passed the rules which need no look into the database.
 *
 * @param persons for each accommodation, 1 to 20
 */
public record Plan(Nights nights, SortedMap<UUID, Integer> persons, @Nullable String notes) {}
