/** Finds what is wrong, explains it and says what to do; it changes nothing. */
@NullMarked
package family.garden.ops.doctor;

import org.jspecify.annotations.NullMarked;
