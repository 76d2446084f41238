/** The keeper's settings, checked when they are read; one message has all problems. */
@NullMarked
package family.garden.ops.config;

import org.jspecify.annotations.NullMarked;
