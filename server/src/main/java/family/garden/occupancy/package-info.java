/** Which beds are taken on which night, by whom they are blocked, and how much was used. */
@NullMarked
package family.garden.occupancy;

import org.jspecify.annotations.NullMarked;
