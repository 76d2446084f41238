/** nginx: which colour it shows, and its log. */
@NullMarked
package family.garden.ops.proxy;

import org.jspecify.annotations.NullMarked;
