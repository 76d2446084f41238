/** nginx: which colour it shows, and what it wrote down. */
@NullMarked
package family.garden.ops.proxy;

import org.jspecify.annotations.NullMarked;
