/** The result or failure of a command, its exit code, and sizes and times as people read them. */
@NullMarked
package family.garden.ops.result;

import org.jspecify.annotations.NullMarked;
