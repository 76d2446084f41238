/** Asks something over HTTP, and waits for the answer no longer than it is told to. */
@NullMarked
package family.garden.ops.http;

import org.jspecify.annotations.NullMarked;
