/** Whether the service and its parts are well. */
@NullMarked
package family.garden.platform.health;

import org.jspecify.annotations.NullMarked;
