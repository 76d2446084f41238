/** Backups that are proven. */
@NullMarked
package family.garden.ops.backup;

import org.jspecify.annotations.NullMarked;
