/** Whether a server does what people need: a log-in, a look, a booking validated. */
@NullMarked
package family.garden.ops.smoke;

import org.jspecify.annotations.NullMarked;
