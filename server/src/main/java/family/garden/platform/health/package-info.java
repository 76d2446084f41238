/** The health checks of the service and its parts. */
@NullMarked
package family.garden.platform.health;

import org.jspecify.annotations.NullMarked;
