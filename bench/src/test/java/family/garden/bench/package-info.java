/** Short forms of what takes hours. */
@NullMarked
package family.garden.bench;

import org.jspecify.annotations.NullMarked;
