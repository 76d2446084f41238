/** The settings of the keeper, read once; all problems are reported together. */
@NullMarked
package family.garden.platform.config;

import org.jspecify.annotations.NullMarked;
