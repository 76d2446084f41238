/** The booking service: its verbs, and what they start. */
@NullMarked
package family.garden;

import org.jspecify.annotations.NullMarked;
