/** nginx: which colour it shows, how it is asked, and what it wrote down. */
@NullMarked
package family.garden.ops.proxy;

import org.jspecify.annotations.NullMarked;
