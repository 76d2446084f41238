/** The connection pool, transactions and the schema's version. */
@NullMarked
package family.garden.platform.database;

import org.jspecify.annotations.NullMarked;
