/** Mail: letters about events, their outbox and how they are sent. */
@NullMarked
package family.garden.mail;

import org.jspecify.annotations.NullMarked;
