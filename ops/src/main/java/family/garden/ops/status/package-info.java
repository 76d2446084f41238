/** One look at everything: what runs, how it is, what is left of memory and disk. */
@NullMarked
package family.garden.ops.status;

import org.jspecify.annotations.NullMarked;
