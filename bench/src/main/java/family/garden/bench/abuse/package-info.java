/** Attacks on a server of this machine, and a member who uses it meanwhile. */
@NullMarked
package family.garden.bench.abuse;

import org.jspecify.annotations.NullMarked;
