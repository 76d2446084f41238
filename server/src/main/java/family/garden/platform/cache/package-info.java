/** The cache of answers: in Redis, or in the memory of the process. */
@NullMarked
package family.garden.platform.cache;

import org.jspecify.annotations.NullMarked;
