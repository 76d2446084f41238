/** Shows the keeper how far a command is. */
@NullMarked
package family.garden.ops.progress;

import org.jspecify.annotations.NullMarked;
