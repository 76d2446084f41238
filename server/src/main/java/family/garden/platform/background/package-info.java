/** Work that nobody waits for. */
@NullMarked
package family.garden.platform.background;

import org.jspecify.annotations.NullMarked;
