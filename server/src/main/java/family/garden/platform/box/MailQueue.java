package family.garden.platform.box;

import java.time.Instant;
import java.util.Optional;

/** The letters that wait to be sent. */
public interface MailQueue {
  /** Whether the garden sends mail at all. */
  boolean isOn();

  /** How many letters wait. */
  long waiting();

  /** Since when the oldest waits; empty if none does. */
  Optional<Instant> oldest();
}
