/** Tells the keeper what happened, by the ways that they chose; it delays and fails nothing. */
@NullMarked
package family.garden.ops.notify;

import org.jspecify.annotations.NullMarked;
