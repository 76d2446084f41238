/** Backups: made, encrypted, copied to another place, and verified by restoring and comparing. */
@NullMarked
package family.garden.ops.backup;

import org.jspecify.annotations.NullMarked;
