/** What a release is, who signed it, and where it is published. */
@NullMarked
package family.garden.ops.release;

import org.jspecify.annotations.NullMarked;
