/** How answers, refusals and failures look on the wire, in which language. */
@NullMarked
package family.garden.platform.http;

import org.jspecify.annotations.NullMarked;
