package family.garden.passkey;

import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Finds the registered passkey that has signed a challenge. */
@Singleton
final class Recognition {
  private static final Logger LOG = Logger.getLogger(Recognition.class);

  private final PasskeyStore store;
  private final Ceremony ceremony;
  private final Clock clock;

  Recognition(PasskeyStore store, Ceremony ceremony, Clock clock) {
    this.store = store;
    this.ceremony = ceremony;
    this.clock = clock;
  }

  /**
   * The passkey, whose use is noted; empty if it is not registered, or its user handle is another
   * one.
   *
   * @param challenge the server's challenge, which is used up already
   * @throws Ceremony.Refused if the signature is not valid
   */
  Optional<KnownKey> recognise(Handle handle, String challenge, Credential.Signed credential)
      throws Ceremony.Refused {
    Optional<KnownKey> known =
        store
            .findForUpdate(handle, credential.id())
            .filter(key -> MessageDigest.isEqual(key.userHandle(), credential.userHandle()));
    if (known.isPresent()) {
      verify(handle, challenge, credential, known.get());
    }
    return known;
  }

  /** The owner of the passkey that the answer names, whether or not the signature is valid. */
  Optional<UUID> owner(Handle handle, Credential.Signed credential) {
    return store.owner(handle, credential.id());
  }

  private void verify(Handle handle, String challenge, Credential.Signed credential, KnownKey key)
      throws Ceremony.Refused {
    try {
      long count = ceremony.verify(challenge, credential, key);
      store.setUsed(handle, key.id(), count, clock.instant());
    } catch (Ceremony.Refused refused) {
      if (refused.isCopied()) {
        LOG.warnf("Passkey %s counts backwards: there may be a copy of it", key.id());
      }
      throw refused;
    }
  }
}
