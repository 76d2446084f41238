/** How the container engine is called: argument lists and how to read answers; it runs nothing. */
@NullMarked
package family.garden.ops.engine;

import org.jspecify.annotations.NullMarked;
