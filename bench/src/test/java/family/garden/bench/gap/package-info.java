/** What must hold of the measurer of gaps. */
@NullMarked
package family.garden.bench.gap;

import org.jspecify.annotations.NullMarked;
