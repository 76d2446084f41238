/** Nights, capacity, states: the rules. */
@NullMarked
package family.garden.booking;

import org.jspecify.annotations.NullMarked;
