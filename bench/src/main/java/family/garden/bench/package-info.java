/** Measures the packaged server and writes the figures down. */
@NullMarked
package family.garden.bench;

import org.jspecify.annotations.NullMarked;
