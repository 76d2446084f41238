/** Tells the keeper. */
@NullMarked
package family.garden.ops.notify;

import org.jspecify.annotations.NullMarked;
