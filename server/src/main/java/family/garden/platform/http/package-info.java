/** HTTP: the form and language of answers, refusals and failures, and the limits of requests. */
@NullMarked
package family.garden.platform.http;

import org.jspecify.annotations.NullMarked;
