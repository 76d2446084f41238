/**
 * What the service must survive: many calls at once, outages, slow clients, little memory, a full
 * disk.
 */
@NullMarked
package family.garden.survival;

import org.jspecify.annotations.NullMarked;
