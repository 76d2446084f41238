/** How results and progress are told: to a terminal, as JSON, as Markdown. */
@NullMarked
package family.garden.ops.report;

import org.jspecify.annotations.NullMarked;
