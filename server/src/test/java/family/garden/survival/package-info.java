/**
 * What the service must live through: storms, outages, slow clients, little memory, a full disk.
 */
@NullMarked
package family.garden.survival;

import org.jspecify.annotations.NullMarked;
