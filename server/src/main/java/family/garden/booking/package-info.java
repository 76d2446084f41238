/** Bookings: the rules for them, their changes and their history. */
@NullMarked
package family.garden.booking;

import org.jspecify.annotations.NullMarked;
