/** Who sleeps where on which night, as members see it. */
@NullMarked
package family.garden.timeline;

import org.jspecify.annotations.NullMarked;
