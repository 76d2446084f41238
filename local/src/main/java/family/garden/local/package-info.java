/** Starts a PostgreSQL and the server on one machine, and stops them in order. */
@NullMarked
package family.garden.local;

import org.jspecify.annotations.NullMarked;
