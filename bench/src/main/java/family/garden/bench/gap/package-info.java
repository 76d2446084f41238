/** Sends requests without pause while something changes, and counts each without a response. */
@NullMarked
package family.garden.bench.gap;

import org.jspecify.annotations.NullMarked;
