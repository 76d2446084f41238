package family.garden.member;

import org.jdbi.v3.core.Handle;

/** Whether the garden sends letters, for this package; the mail package implements it. */
public interface MailAvailability {
  /** Whether letters are sent: an administrator has set up a mail server and switched it on. */
  boolean isAvailable(Handle handle);
}
