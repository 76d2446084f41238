package family.garden.passkey;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.SecurityEvents;
import family.garden.member.Login;
import family.garden.member.Login.LoggedIn;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import jakarta.inject.Singleton;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** Begins a session for whoever holds a known passkey. */
@Singleton
final class PasskeyLogin {
  private static final Logger LOG = Logger.getLogger(PasskeyLogin.class);

  private final Database database;
  private final PasskeyStore store;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Site site;
  private final Ceremony ceremony;
  private final Login login;
  private final SecurityEvents events;
  private final Clock clock;

  PasskeyLogin(
      Database database,
      PasskeyStore store,
      OneTimeTokens tokens,
      RateLimits limits,
      Site site,
      Ceremony ceremony,
      Login login,
      SecurityEvents events,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.tokens = tokens;
    this.limits = limits;
    this.site = site;
    this.ceremony = ceremony;
    this.login = login;
    this.events = events;
    this.clock = clock;
  }

  Options.Request options(String address) {
    limits.count(Limit.Challenge, address);
    return Options.request(
        site, database.read(handle -> tokens.issueOneMore(handle, Purpose.PasskeyLogin)));
  }

  /**
   * @throws Refusal 401, the same for every cause; 400 if it is no answer of a passkey; 429
   */
  LoggedIn with(Credential.Signed credential, String address) {
    limits.count(Limit.Login, address);
    try {
      return checked(credential);
    } catch (Refusal refused) {
      events.addRefusedLogin(owner(credential).orElse(null));
      throw refused;
    }
  }

  private Optional<UUID> owner(Credential.Signed credential) {
    return database.inTransaction(
        handle -> store.findForUpdate(handle, credential.id()).map(KnownKey::memberId));
  }

  private LoggedIn checked(Credential.Signed credential) {
    try {
      String challenge = ceremony.challenge(credential.clientData());
      // Used up on its own, so that it stays so whatever comes of it.
      if (!database.read(handle -> tokens.use(handle, Purpose.PasskeyLogin, challenge))) {
        throw Refusal.passkeyFailed();
      }
      return database.inTransaction(handle -> begin(handle, challenge, credential));
    } catch (Ceremony.Refused refused) {
      throw Refusal.passkeyFailed();
    }
  }

  private LoggedIn begin(Handle handle, String challenge, Credential.Signed credential)
      throws Ceremony.Refused {
    KnownKey key = store.findForUpdate(handle, credential.id()).orElseThrow(Refusal::passkeyFailed);
    if (!MessageDigest.isEqual(key.userHandle(), credential.userHandle())) {
      throw Refusal.passkeyFailed();
    }
    try {
      long count = ceremony.verify(challenge, credential, key);
      store.setUsed(handle, key.id(), count, clock.instant());
    } catch (Ceremony.Refused refused) {
      if (refused.isCopied()) {
        LOG.warnf("Passkey %s counts backwards: there may be a copy of it", key.id());
      }
      throw refused;
    }
    return login.begin(handle, key.memberId(), key.id());
  }
}
