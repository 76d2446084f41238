/** The machine that Booking runs on, read from /proc and from control groups. */
@NullMarked
package family.garden.ops.host;

import org.jspecify.annotations.NullMarked;
