/** Tests of the web app in a real browser, on phones and desks. */
@NullMarked
package family.garden.e2e;

import org.jspecify.annotations.NullMarked;
