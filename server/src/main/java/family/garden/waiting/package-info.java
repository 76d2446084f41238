/** Who waits for beds that are taken, and whom freed ones are offered to. */
@NullMarked
package family.garden.waiting;

import org.jspecify.annotations.NullMarked;
