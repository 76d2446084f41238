/** Deploys and the way back: named steps, their undo beside them, written down as they go. */
@NullMarked
package family.garden.ops.deploy;

import org.jspecify.annotations.NullMarked;
