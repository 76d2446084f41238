package family.garden.oidc;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.SecurityEventKind;
import family.garden.access.SecurityEvents;
import family.garden.member.Arrivals;
import family.garden.member.Arrivals.Arrival;
import family.garden.member.Login;
import family.garden.member.Login.LoggedIn;
import family.garden.member.MemberEvent;
import family.garden.member.MemberStore;
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

/** Begins a session for whom the provider vouches. */
@Singleton
final class OidcLogin {
  private final Database database;
  private final OidcStore store;
  private final MemberStore members;
  private final Provider provider;
  private final Arrivals arrivals;
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
      Arrivals arrivals,
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
    this.arrivals = arrivals;
    this.tokens = tokens;
    this.limits = limits;
    this.login = login;
    this.events = events;
    this.memberEvents = memberEvents;
    this.clock = clock;
  }

  /** What the provider sends the browser back with. */
  record WayBack(
      @Nullable String state,
      @Nullable String code,
      @Nullable String error,
      @Nullable String issuer) {}

  /** A trip that nobody has come back from yet. */
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
      Optional<AuthorizationRequest> begun, WayBack back, Language language, String address)
      throws OidcException {
    count(Limit.Login, address);
    AuthorizationRequest trip =
        begun
            .filter(mine -> mine.state().equals(back.state()))
            .filter(
                mine ->
                    database.inTransaction(
                        handle -> tokens.use(handle, Purpose.OidcLogin, mine.state())))
            .orElseThrow(() -> new OidcException(Kind.EXPIRED, "no such trip was begun"));
    if (back.error() != null) {
      throw new OidcException(Kind.DENIED, "the provider, or the person there, said no");
    }
    if (back.code() == null
        || (back.issuer() != null && !back.issuer().equals(provider.issuer()))) {
      throw new OidcException(Kind.FAILED, "that was not the provider");
    }
    IdTokenClaims vouched = provider.redeem(back.code(), trip);
    try {
      return begin(vouched, language);
    } catch (OidcException refused) {
      events.addRefusedLogin(
          refused.kind() == Kind.PASSKEY
              ? SecurityEventKind.PasskeyMissing
              : SecurityEventKind.LoginRefused,
          database
              .withHandle(handle -> store.find(handle, provider.issuer(), vouched.subject()))
              .orElse(null));
      throw refused;
    }
  }

  private LoggedIn begin(IdTokenClaims vouched, Language language) throws OidcException {
    try {
      return database.inTransaction(
          handle -> login.begin(handle, member(handle, vouched, language)));
    } catch (Refusal refused) {
      if (refused.errors().containsKey("passkey")) {
        throw new OidcException(Kind.PASSKEY, "administrators need a passkey", refused);
      }
      throw new OidcException(Kind.REFUSED, "the member may not come in", refused);
    }
  }

  private UUID member(Handle handle, IdTokenClaims vouched, Language language)
      throws OidcException {
    Optional<UUID> known = store.find(handle, provider.issuer(), vouched.subject());
    if (known.isPresent()) {
      return known.get();
    }
    UUID arrived =
        arrivals
            .welcome(
                handle,
                new Arrival(vouched.email(), vouched.firstName(), vouched.lastName(), language))
            .orElseThrow(() -> new OidcException(Kind.REFUSED, "the member was sent away"));
    boolean isFirst = !members.hasKey(handle, arrived);
    boolean isNew =
        store.link(handle, provider.issuer(), vouched.subject(), arrived, clock.instant());
    if (isNew) {
      members
          .find(handle, arrived)
          .ifPresent(
              member -> memberEvents.fire(new MemberEvent.LoginLinked(handle, member, isFirst)));
    }
    boolean linked =
        isNew
            // Or by the same person in another tab just now.
            || store
                .find(handle, provider.issuer(), vouched.subject())
                .equals(Optional.of(arrived));
    if (!linked) {
      // The address was given to somebody else there since.
      throw new OidcException(Kind.REFUSED, "the member is another one at the provider");
    }
    return arrived;
  }
}
