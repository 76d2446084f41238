/** The keeper's tool: one process per command, nothing resident. */
@NullMarked
package family.garden.ops;

import org.jspecify.annotations.NullMarked;
