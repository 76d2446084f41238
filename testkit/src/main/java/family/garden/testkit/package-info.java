/** Starts copies of the stack, and reaches the programs and the engine of this machine. */
@NullMarked
package family.garden.testkit;

import org.jspecify.annotations.NullMarked;
