/** Serves the files of the web app if no nginx does. */
@NullMarked
package family.garden.platform.web;

import org.jspecify.annotations.NullMarked;
