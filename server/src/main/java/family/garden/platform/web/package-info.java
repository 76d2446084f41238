/** Hands out the files of the web app where no nginx does. */
@NullMarked
package family.garden.platform.web;

import org.jspecify.annotations.NullMarked;
