/** Asks the site and its servers over HTTP, and waits no longer than it is told to. */
@NullMarked
package family.garden.ops.site;

import org.jspecify.annotations.NullMarked;
