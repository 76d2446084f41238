/** What the doctor and the preflight of a deploy share: what a check found. */
@NullMarked
package family.garden.ops.check;

import org.jspecify.annotations.NullMarked;
