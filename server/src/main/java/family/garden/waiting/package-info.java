/**
 * The waiting list: who waits for beds that are taken, and who is offered those that become free.
 */
@NullMarked
package family.garden.waiting;

import org.jspecify.annotations.NullMarked;
