/** Sends requests to the site and its servers, each with a time limit. */
@NullMarked
package family.garden.ops.site;

import org.jspecify.annotations.NullMarked;
