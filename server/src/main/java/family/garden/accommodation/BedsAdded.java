package family.garden.accommodation;

import org.jdbi.v3.core.Handle;

/**
 * The event that an accommodation takes more persons from now on, or takes bookings again. It is
 * fired inside the transaction, with all accommodations locked.
 */
public record BedsAdded(Handle transaction, Accommodation accommodation) {}
