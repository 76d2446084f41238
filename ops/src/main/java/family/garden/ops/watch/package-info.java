/** Installs new releases while nobody looks: pulled from where they are published, by a timer. */
@NullMarked
package family.garden.ops.watch;

import org.jspecify.annotations.NullMarked;
