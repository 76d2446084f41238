/** The only place that starts a process. */
@NullMarked
package family.garden.ops.process;

import org.jspecify.annotations.NullMarked;
