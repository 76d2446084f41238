/** One class per command: it parses the arguments, does the work and prints the result. */
@NullMarked
package family.garden.ops.cli;

import org.jspecify.annotations.NullMarked;
