/** Asks without pause while something is changed, and counts every request that gets no answer. */
@NullMarked
package family.garden.bench.gap;

import org.jspecify.annotations.NullMarked;
