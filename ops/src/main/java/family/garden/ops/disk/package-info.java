/** Files that are whole or not there, also after a power cut. */
@NullMarked
package family.garden.ops.disk;

import org.jspecify.annotations.NullMarked;
