/** Finds problems, explains them and says what to do; changes nothing. */
@NullMarked
package family.garden.ops.doctor;

import org.jspecify.annotations.NullMarked;
