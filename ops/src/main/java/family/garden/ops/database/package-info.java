/** What is asked of PostgreSQL and its programs: statements and argument lists; it runs nothing. */
@NullMarked
package family.garden.ops.database;

import org.jspecify.annotations.NullMarked;
