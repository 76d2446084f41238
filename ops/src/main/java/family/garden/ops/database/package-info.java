/** Statements for PostgreSQL and argument lists for its programs; it runs nothing. */
@NullMarked
package family.garden.ops.database;

import org.jspecify.annotations.NullMarked;
