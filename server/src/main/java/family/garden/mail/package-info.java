/** The mail outbox: it listens, and nobody waits for it. */
@NullMarked
package family.garden.mail;

import org.jspecify.annotations.NullMarked;
