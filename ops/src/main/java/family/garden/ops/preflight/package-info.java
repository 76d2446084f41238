/** Whether a deploy may begin; all that speaks against it is told at once. */
@NullMarked
package family.garden.ops.preflight;

import org.jspecify.annotations.NullMarked;
