/** What the keeper decided, checked when it is read, all problems told at once. */
@NullMarked
package family.garden.ops.config;

import org.jspecify.annotations.NullMarked;
