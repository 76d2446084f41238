/** A garden ready for a test: its server, its database, its people and its mail. */
@NullMarked
package family.garden.contract.garden;

import org.jspecify.annotations.NullMarked;
