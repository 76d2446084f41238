/** "How is the box?": the state of the machine and of its keeping, for administrators. */
@NullMarked
package family.garden.platform.box;

import org.jspecify.annotations.NullMarked;
