package family.garden.booking;

import family.garden.booking.BookingEvent.Kind;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * The event that a booking was made or changed. It is fired inside the transaction of the change:
 * what an observer writes through {@code transaction} is committed or rolled back with it.
 *
 * @param booking as it is now
 * @param actorId who did it
 * @param reason the administrator's reason; null for none
 */
public record BookingChanged(
    Handle transaction, Booking booking, Kind kind, UUID actorId, @Nullable String reason) {}
