package family.garden.passkey;

import family.garden.access.Identity;
import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Sessions;
import family.garden.member.MemberStore;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import jakarta.inject.Singleton;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * Has a member who is logged in show with a passkey that it is them and nobody at the unlocked
 * device. For ten minutes that counts like a log-in just made.
 */
@Singleton
final class PasskeyConfirmation {
  private final Database database;
  private final PasskeyStore store;
  private final MemberStore members;
  private final Sessions sessions;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Site site;
  private final Ceremony ceremony;
  private final Recognition recognition;

  PasskeyConfirmation(
      Database database,
      PasskeyStore store,
      MemberStore members,
      Sessions sessions,
      OneTimeTokens tokens,
      RateLimits limits,
      Site site,
      Ceremony ceremony,
      Recognition recognition) {
    this.database = database;
    this.store = store;
    this.members = members;
    this.sessions = sessions;
    this.tokens = tokens;
    this.limits = limits;
    this.site = site;
    this.ceremony = ceremony;
    this.recognition = recognition;
  }

  /**
   * What the browser is to ask for; a challenge given before is void then.
   *
   * @throws Refusal 409 if the member has no passkey; 429
   */
  Options.Request options(Identity identity) {
    UUID memberId = identity.memberId();
    limits.count(Limit.Challenge, memberId.toString());
    return database.inTransaction(
        handle -> {
          if (store.of(handle, memberId).isEmpty()) {
            throw Refusal.conflict(Text.of("passkey.none"));
          }
          return Options.request(site, tokens.issue(handle, Purpose.PasskeyConfirmation, memberId));
        });
  }

  /**
   * @throws Refusal 400 at {@code credential} if it is no answer of one of the member's passkeys to
   *     a challenge of {@link #options}; 401 if the session has ended meanwhile; 429
   */
  void with(Identity identity, Credential.Signed credential) {
    limits.count(Limit.Password, identity.memberId().toString());
    try {
      String challenge = ceremony.challenge(credential.clientData());
      // Used up on its own, so that it stays so whatever comes of it.
      boolean ours =
          database
              .inTransaction(
                  handle -> tokens.redeem(handle, Purpose.PasskeyConfirmation, challenge))
              .filter(identity.memberId()::equals)
              .isPresent();
      if (!ours) {
        throw notConfirmed();
      }
      database.inTransaction(
          handle -> {
            confirm(handle, identity, challenge, credential);
            return null;
          });
    } catch (Ceremony.Refused refused) {
      throw notConfirmed();
    }
  }

  private void confirm(
      Handle handle, Identity identity, String challenge, Credential.Signed credential)
      throws Ceremony.Refused {
    // The member first, as where a passkey is removed: one order, no deadlock.
    if (members.findForUpdate(handle, identity.memberId()).isEmpty()) {
      throw Refusal.unauthenticated();
    }
    KnownKey key =
        recognition
            .recognise(handle, challenge, credential)
            .filter(known -> known.memberId().equals(identity.memberId()))
            .orElseThrow(PasskeyConfirmation::notConfirmed);
    sessions.confirm(handle, identity, key.id());
  }

  private static Refusal notConfirmed() {
    return Refusal.invalid("credential", Text.of("passkey.unconfirmed"));
  }
}
