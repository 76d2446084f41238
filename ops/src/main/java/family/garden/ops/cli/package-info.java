/** One class per verb: it parses, calls the steps and hands their result to the report. */
@NullMarked
package family.garden.ops.cli;

import org.jspecify.annotations.NullMarked;
