/** The status of everything: containers, site, backups, free memory and disks. */
@NullMarked
package family.garden.ops.status;

import org.jspecify.annotations.NullMarked;
