/** What can be booked: rooms, tents, beds. */
@NullMarked
package family.garden.accommodation;

import org.jspecify.annotations.NullMarked;
