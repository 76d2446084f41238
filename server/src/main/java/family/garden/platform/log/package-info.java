/** The filter that bounds how often a warning is logged. */
@NullMarked
package family.garden.platform.log;

import org.jspecify.annotations.NullMarked;
