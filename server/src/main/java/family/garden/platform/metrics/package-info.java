/** Metrics for the keeper, on a port of their own. */
@NullMarked
package family.garden.platform.metrics;

import org.jspecify.annotations.NullMarked;
