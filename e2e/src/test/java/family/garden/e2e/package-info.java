/** The web app in a real browser, as people on phones and at desks meet it. */
@NullMarked
package family.garden.e2e;

import org.jspecify.annotations.NullMarked;
