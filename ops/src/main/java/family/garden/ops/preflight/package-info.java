/** Whether a deploy may begin; one message has all reasons against it. */
@NullMarked
package family.garden.ops.preflight;

import org.jspecify.annotations.NullMarked;
