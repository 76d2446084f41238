package family.garden.passkey;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.SecurityEventKind;
import family.garden.access.SecurityEvents;
import family.garden.member.Login;
import family.garden.member.Login.LoggedIn;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Begins a session for whoever holds a known passkey. */
@Singleton
final class PasskeyLogin {
  private final Database database;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Site site;
  private final Ceremony ceremony;
  private final Recognition recognition;
  private final Login login;
  private final SecurityEvents events;

  PasskeyLogin(
      Database database,
      OneTimeTokens tokens,
      RateLimits limits,
      Site site,
      Ceremony ceremony,
      Recognition recognition,
      Login login,
      SecurityEvents events) {
    this.database = database;
    this.tokens = tokens;
    this.limits = limits;
    this.site = site;
    this.ceremony = ceremony;
    this.recognition = recognition;
    this.login = login;
    this.events = events;
  }

  Options.Request options(String address) {
    limits.count(Limit.Challenge, address);
    return Options.request(
        site, database.inTransaction(handle -> tokens.issueOneMore(handle, Purpose.PasskeyLogin)));
  }

  /**
   * @throws Refusal 401, the same for every cause; 400 if it is no answer of a passkey; 429
   */
  LoggedIn with(Credential.Signed credential, String address) {
    limits.count(Limit.Login, address);
    try {
      return checked(credential);
    } catch (Refusal refused) {
      events.addRefusedLogin(SecurityEventKind.LoginRefused, owner(credential).orElse(null));
      throw refused;
    }
  }

  private Optional<UUID> owner(Credential.Signed credential) {
    return database.withHandle(handle -> recognition.owner(handle, credential));
  }

  private LoggedIn checked(Credential.Signed credential) {
    try {
      String challenge = ceremony.challenge(credential.clientData());
      // Used up on its own, so that it stays so whatever comes of it.
      if (!database.inTransaction(handle -> tokens.use(handle, Purpose.PasskeyLogin, challenge))) {
        throw Refusal.passkeyFailed();
      }
      return database.inTransaction(handle -> begin(handle, challenge, credential));
    } catch (Ceremony.Refused refused) {
      throw Refusal.passkeyFailed();
    }
  }

  private LoggedIn begin(Handle handle, String challenge, Credential.Signed credential)
      throws Ceremony.Refused {
    KnownKey key =
        recognition.recognise(handle, challenge, credential).orElseThrow(Refusal::passkeyFailed);
    return login.begin(handle, key.memberId(), key.id());
  }
}
