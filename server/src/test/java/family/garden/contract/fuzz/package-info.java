/**
 * Requests that no well-meaning client sends: whatever comes in, the answer is a documented one.
 */
@NullMarked
package family.garden.contract.fuzz;

import org.jspecify.annotations.NullMarked;
