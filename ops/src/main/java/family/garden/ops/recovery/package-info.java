/** What a keeper must have off the box, so that a lost card can be brought back. */
@NullMarked
package family.garden.ops.recovery;

import org.jspecify.annotations.NullMarked;
