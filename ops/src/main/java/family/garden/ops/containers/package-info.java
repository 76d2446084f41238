/** Asks the container engine about the containers and volumes of this stack. */
@NullMarked
package family.garden.ops.containers;

import org.jspecify.annotations.NullMarked;
