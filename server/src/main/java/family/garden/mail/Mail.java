package family.garden.mail;

import org.jspecify.annotations.Nullable;

/**
 * A finished letter. It is plain text, so that no name in it can be taken for markup.
 *
 * @param to the address
 * @param calendar null for none
 * @param replyTo whom an answer goes to; null: to the sender
 */
record Mail(
    String to,
    String subject,
    String text,
    @Nullable CalendarPart calendar,
    @Nullable String replyTo) {
  Mail(String to, String subject, String text) {
    this(to, subject, text, null, null);
  }
}
