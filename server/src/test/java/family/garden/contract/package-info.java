/** The description of the interface, and the kit with which every HTTP test is held against it. */
@NullMarked
package family.garden.contract;

import org.jspecify.annotations.NullMarked;
