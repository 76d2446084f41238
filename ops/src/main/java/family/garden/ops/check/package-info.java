/** What the doctor and the preflight of a deploy share: a check and what it found. */
@NullMarked
package family.garden.ops.check;

import org.jspecify.annotations.NullMarked;
