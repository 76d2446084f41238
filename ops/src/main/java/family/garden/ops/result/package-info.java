/**
 * What a command comes to: a result or a failure, its exit code, and sizes and times for people.
 */
@NullMarked
package family.garden.ops.result;

import org.jspecify.annotations.NullMarked;
