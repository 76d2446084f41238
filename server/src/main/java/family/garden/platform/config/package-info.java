/** What the keeper sets: read once, all problems told at once. */
@NullMarked
package family.garden.platform.config;

import org.jspecify.annotations.NullMarked;
