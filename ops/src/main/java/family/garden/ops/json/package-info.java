/** Reads and writes JSON. */
@NullMarked
package family.garden.ops.json;

import org.jspecify.annotations.NullMarked;
