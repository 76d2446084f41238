package family.garden.member;

import org.jdbi.v3.core.Handle;

/** Tells this room whether letters leave the garden; the room above that writes them knows. */
public interface Letterbox {
  /** Whether letters are sent: an administrator has set up a mail server and switched it on. */
  boolean isOpen(Handle handle);
}
