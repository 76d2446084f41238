package family.garden.mail;

import family.garden.member.MailAvailability;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/**
 * Where letters are put. Each is written in the transaction of the event that it reports, so that
 * there is a letter exactly if the event happened.
 */
@Singleton
final class Outbox implements MailAvailability {
  private final EmailSettingsStore settings;
  private final OutboxStore store;

  Outbox(EmailSettingsStore settings, OutboxStore store) {
    this.settings = settings;
    this.store = store;
  }

  /** Whether letters are sent at all; where they are not, none need be written. */
  @Override
  public boolean isAvailable(Handle handle) {
    return sender(handle).isPresent();
  }

  /** The address that letters come from; empty where none are sent. */
  Optional<String> sender(Handle handle) {
    return settings.sender(handle);
  }

  void add(Handle handle, Mail mail) {
    store.add(handle, mail);
  }
}
