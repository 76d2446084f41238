package family.garden.notice;

import org.jspecify.annotations.Nullable;

/**
 * A letter, finished: plain text only, so that no name in it can be taken for markup.
 *
 * @param to the address
 * @param calendar null where there is nothing to note in one
 */
record Mail(String to, String subject, String text, @Nullable CalendarPart calendar) {
  Mail(String to, String subject, String text) {
    this(to, subject, text, null);
  }
}
