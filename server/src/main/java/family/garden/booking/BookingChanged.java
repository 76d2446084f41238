package family.garden.booking;

import family.garden.booking.BookingEvent.Kind;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a booking. Fired inside the transaction that made it so: what a listener writes
 * through {@code transaction} is kept or undone together with the change.
 *
 * @param booking as it is now
 * @param actorId who did it
 * @param reason what the administrator said to it
 */
public record BookingChanged(
    Handle transaction, Booking booking, Kind kind, UUID actorId, @Nullable String reason) {}
