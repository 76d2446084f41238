/** Recurring work in the background. */
@NullMarked
package family.garden.platform.background;

import org.jspecify.annotations.NullMarked;
