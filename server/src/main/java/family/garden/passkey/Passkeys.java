package family.garden.passkey;

import family.garden.access.Identity;
import family.garden.access.Keys;
import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Sessions;
import family.garden.member.AdministratorPasskeys;
import family.garden.member.ExportPart;
import family.garden.member.Member;
import family.garden.member.MemberEvent;
import family.garden.member.MemberStore;
import family.garden.member.Profile;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member's own passkeys. */
@Singleton
final class Passkeys implements ExportPart {
  private static final int MOST = 10;
  private static final int LONGEST_NAME = 100;

  private final Database database;
  private final PasskeyStore store;
  private final MemberStore members;
  private final Profile profile;
  private final AdministratorPasskeys administrators;
  private final Sessions sessions;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Keys keys;
  private final Site site;
  private final Ceremony ceremony;
  private final Event<MemberEvent> memberEvents;
  private final Clock clock;

  Passkeys(
      Database database,
      PasskeyStore store,
      MemberStore members,
      Profile profile,
      AdministratorPasskeys administrators,
      Sessions sessions,
      OneTimeTokens tokens,
      RateLimits limits,
      Keys keys,
      Site site,
      Ceremony ceremony,
      Event<MemberEvent> memberEvents,
      Clock clock) {
    this.database = database;
    this.store = store;
    this.members = members;
    this.profile = profile;
    this.administrators = administrators;
    this.sessions = sessions;
    this.tokens = tokens;
    this.limits = limits;
    this.keys = keys;
    this.site = site;
    this.ceremony = ceremony;
    this.memberEvents = memberEvents;
    this.clock = clock;
  }

  @Override
  public String name() {
    return "passkeys";
  }

  /** A member's passkeys, the oldest first. */
  @Override
  public List<Passkey> of(UUID memberId) {
    return database.withHandle(handle -> store.of(handle, memberId));
  }

  /** Begins to add one; a challenge given before is void then. */
  Options.Creation options(Identity identity, @Nullable String password) {
    profile.confirm(identity, password, "password");
    UUID memberId = identity.memberId();
    limits.count(Limit.Challenge, memberId.toString());
    return database.inTransaction(
        handle -> {
          Member member = members.find(handle, memberId).orElseThrow(Refusal::unauthenticated);
          List<byte[]> known = store.credentialIds(handle, memberId);
          refuseMoreThan(known.size());
          return Options.creation(
              site,
              new Options.User(
                  Base64Url.encode(userHandle(memberId)), member.email(), member.fullName()),
              tokens.issue(handle, Purpose.PasskeyRegistration, memberId),
              known);
        });
  }

  /**
   * What authenticators call the member: the same for all of one member's, which replace each
   * other's by it, and telling nothing.
   */
  private byte[] userHandle(UUID memberId) {
    return keys.derive("passkey user handle " + memberId, "raw").getEncoded();
  }

  private static void refuseMoreThan(int there) {
    if (there >= MOST) {
      throw Refusal.conflict(Text.of("passkey.many", MOST));
    }
  }

  Passkey add(Identity identity, @Nullable String typedName, @Nullable Credential typed) {
    Violations violations = new Violations();
    String name = violations.line("name", typedName, LONGEST_NAME);
    violations.refuseIfAny();
    Ceremony.Registered key = registered(identity.memberId(), Credential.asNew(typed));
    Passkey passkey =
        new Passkey(UUID.randomUUID(), name, clock.instant().truncatedTo(ChronoUnit.MICROS), null);
    return database.inTransaction(
        handle -> {
          // Locked, so that two at once do not both count nine.
          Member member =
              members
                  .findForUpdate(handle, identity.memberId())
                  .orElseThrow(Refusal::unauthenticated);
          sessions.refuseIfEnded(handle, identity);
          refuseMoreThan(store.of(handle, member.id()).size());
          if (!store.add(handle, passkey, member.id(), userHandle(member.id()), key)) {
            throw Refusal.conflict(Text.of("passkey.known"));
          }
          memberEvents.fire(new MemberEvent.PasskeyAdded(handle, member, name));
          return passkey;
        });
  }

  private Ceremony.Registered registered(UUID memberId, Credential.New credential) {
    try {
      String challenge = ceremony.challenge(credential.clientData());
      // Used up on its own, so that it stays so whatever comes of it.
      boolean ours =
          database
              .inTransaction(
                  handle -> tokens.redeem(handle, Purpose.PasskeyRegistration, challenge))
              .filter(memberId::equals)
              .isPresent();
      if (ours) {
        return ceremony.register(challenge, credential);
      }
    } catch (Ceremony.Refused refused) {
      // Answered below, like a challenge that is not ours.
    }
    throw Refusal.invalid("credential", Text.of("passkey.bad"));
  }

  Passkey rename(Identity identity, UUID id, @Nullable String typed) {
    Violations violations = new Violations();
    String name = violations.line("name", typed, LONGEST_NAME);
    violations.refuseIfAny();
    return database
        .inTransaction(handle -> store.rename(handle, identity.memberId(), id, name))
        .orElseThrow(Refusal::notFound);
  }

  /**
   * Removes a passkey and ends the sessions that it opened, but for the one at hand.
   *
   * @param password asked for unless the member has just logged in or confirmed with a passkey
   */
  void remove(Identity identity, UUID id, @Nullable String password) {
    profile.confirmUnlessFresh(identity, password, "password");
    database.inTransaction(
        handle -> {
          Member member =
              members
                  .findForUpdate(handle, identity.memberId())
                  .orElseThrow(Refusal::unauthenticated);
          sessions.keepWithout(id, handle, identity);
          if (!store.remove(handle, identity.memberId(), id)) {
            throw Refusal.notFound();
          }
          administrators.refuseIfNoneIsLeft(handle, member);
          memberEvents.fire(new MemberEvent.PasskeyRemoved(handle, member));
          return null;
        });
  }

  /**
   * Takes all away where whoever added them is gone, or may have been somebody else; not so where
   * only a passkey opens the session that adds one.
   */
  void on(@Observes MemberEvent event) {
    switch (event) {
      case MemberEvent.AccountErased erased ->
          store.removeAll(erased.transaction(), erased.member().id());
      case MemberEvent.AddressProven proven -> {
        if (!proven.keepsPasskeys()) {
          store.removeAll(proven.transaction(), proven.member().id());
        }
      }
      case MemberEvent.PasswordReset reset -> {
        if (!reset.keepsPasskeys()) {
          store.removeAll(reset.transaction(), reset.member().id());
        }
      }
      default -> {}
    }
  }
}
