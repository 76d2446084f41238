package family.garden.oidc;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.SecurityEventKind;
import family.garden.access.SecurityEvents;
import family.garden.member.Login;
import family.garden.member.Login.LoggedIn;
import family.garden.member.MemberEvent;
import family.garden.member.MemberStore;
import family.garden.member.OidcMembers;
import family.garden.member.OidcMembers.VerifiedPerson;
import family.garden.oidc.OidcException.Kind;
import family.garden.platform.database.Database;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Begins a session for the person that the provider has authenticated. */
@Singleton
final class OidcLogin {
  private final Database database;
  private final OidcStore store;
  private final MemberStore members;
  private final Provider provider;
  private final OidcMembers oidcMembers;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Login login;
  private final SecurityEvents events;
  private final Event<MemberEvent> memberEvents;
  private final Clock clock;

  OidcLogin(
      Database database,
      OidcStore store,
      MemberStore members,
      Provider provider,
      OidcMembers oidcMembers,
      OneTimeTokens tokens,
      RateLimits limits,
      Login login,
      SecurityEvents events,
      Event<MemberEvent> memberEvents,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.members = members;
    this.provider = provider;
    this.oidcMembers = oidcMembers;
    this.tokens = tokens;
    this.limits = limits;
    this.login = login;
    this.events = events;
    this.memberEvents = memberEvents;
    this.clock = clock;
  }

  /** The parameters that the provider adds to the callback address. */
  record Callback(
      @Nullable String state,
      @Nullable String code,
      @Nullable String error,
      @Nullable String issuer) {}

  /** A new authorization request, to be ended by one callback. */
  AuthorizationRequest begin(String address) throws OidcException {
    count(Limit.Challenge, address);
    return AuthorizationRequest.of(
        database.inTransaction(handle -> tokens.issueOneMore(handle, Purpose.OidcLogin)));
  }

  private void count(Limit limit, String address) throws OidcException {
    try {
      limits.count(limit, address);
    } catch (Refusal tooMany) {
      throw new OidcException(Kind.BUSY, "too many attempts", tooMany);
    }
  }

  LoggedIn end(
      Optional<AuthorizationRequest> begun, Callback callback, Language language, String address)
      throws OidcException {
    count(Limit.Login, address);
    AuthorizationRequest request =
        begun
            .filter(mine -> mine.state().equals(callback.state()))
            .filter(
                mine ->
                    database.inTransaction(
                        handle -> tokens.use(handle, Purpose.OidcLogin, mine.state())))
            .orElseThrow(
                () -> new OidcException(Kind.EXPIRED, "no such log-in was begun in this browser"));
    if (callback.error() != null) {
      throw new OidcException(Kind.DENIED, "the provider, or the person there, denied the log-in");
    }
    if (callback.code() == null
        || (callback.issuer() != null && !callback.issuer().equals(provider.issuer()))) {
      throw new OidcException(Kind.FAILED, "the callback has no code or is from another issuer");
    }
    IdTokenClaims claims = provider.redeem(callback.code(), request);
    try {
      return begin(claims, language);
    } catch (OidcException refused) {
      events.addRefusedLogin(
          refused.kind() == Kind.PASSKEY
              ? SecurityEventKind.PasskeyMissing
              : SecurityEventKind.LoginRefused,
          database
              .withHandle(handle -> store.find(handle, provider.issuer(), claims.subject()))
              .orElse(null));
      throw refused;
    }
  }

  private LoggedIn begin(IdTokenClaims claims, Language language) throws OidcException {
    try {
      return database.inTransaction(
          handle -> login.begin(handle, member(handle, claims, language)));
    } catch (Refusal refused) {
      if (refused.errors().containsKey("passkey")) {
        throw new OidcException(Kind.PASSKEY, "administrators need a passkey", refused);
      }
      throw new OidcException(Kind.REFUSED, "the member may not log in", refused);
    }
  }

  private UUID member(Handle handle, IdTokenClaims claims, Language language) throws OidcException {
    Optional<UUID> known = store.find(handle, provider.issuer(), claims.subject());
    if (known.isPresent()) {
      return known.get();
    }
    UUID arrived =
        oidcMembers
            .findOrAdd(
                handle,
                new VerifiedPerson(claims.email(), claims.firstName(), claims.lastName(), language))
            .orElseThrow(
                () -> new OidcException(Kind.REFUSED, "the member was rejected or revoked"));
    boolean isFirst = !members.hasKey(handle, arrived);
    boolean isNew =
        store.link(handle, provider.issuer(), claims.subject(), arrived, clock.instant());
    if (isNew) {
      members
          .find(handle, arrived)
          .ifPresent(
              member -> memberEvents.fire(new MemberEvent.LoginLinked(handle, member, isFirst)));
    }
    boolean linked =
        isNew
            // The same person may have linked it in another tab just now.
            || store.find(handle, provider.issuer(), claims.subject()).equals(Optional.of(arrived));
    if (!linked) {
      // The provider has since given the address to another account.
      throw new OidcException(
          Kind.REFUSED, "the member is linked to another account at the provider");
    }
    return arrived;
  }
}
