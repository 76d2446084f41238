/** Starts the server and a PostgreSQL of its own on one machine, and stops them in order. */
@NullMarked
package family.garden.local;

import org.jspecify.annotations.NullMarked;
