/** Backups: made, encrypted, taken off the box, and called good only once restored and compared. */
@NullMarked
package family.garden.ops.backup;

import org.jspecify.annotations.NullMarked;
