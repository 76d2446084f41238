/** What a release is, who vouches for it, and where it is published. */
@NullMarked
package family.garden.ops.release;

import org.jspecify.annotations.NullMarked;
