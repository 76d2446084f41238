/**
 * Sends notifications to the keeper over the channels of the settings; never delays or fails what
 * it reports.
 */
@NullMarked
package family.garden.ops.notify;

import org.jspecify.annotations.NullMarked;
