/** What reaches the log, and how often. */
@NullMarked
package family.garden.platform.log;

import org.jspecify.annotations.NullMarked;
