/** Answers that may be kept: in Redis, or in the process where there is none. */
@NullMarked
package family.garden.platform.cache;

import org.jspecify.annotations.NullMarked;
