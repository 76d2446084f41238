/** Authentication: passwords, sessions, tokens, rate limits. */
@NullMarked
package family.garden.access;

import org.jspecify.annotations.NullMarked;
