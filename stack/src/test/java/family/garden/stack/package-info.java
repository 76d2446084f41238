/** The production stack on a real container engine. */
@NullMarked
package family.garden.stack;

import org.jspecify.annotations.NullMarked;
