/** What bookingctl reports at intervals: news of the doctor, figures, and that the box is alive. */
@NullMarked
package family.garden.ops.monitoring;

import org.jspecify.annotations.NullMarked;
