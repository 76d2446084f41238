/** The booking service: its commands, and what they start. */
@NullMarked
package family.garden;

import org.jspecify.annotations.NullMarked;
