package family.garden.member;

import family.garden.access.Identity;
import family.garden.access.Passwords;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Sessions;
import family.garden.platform.database.Database;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What people decide about themselves. */
@Singleton
public final class Profile {
  private final Database database;
  private final MemberStore members;
  private final Sessions sessions;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final People people;
  private final RateLimits limits;
  private final Event<MemberEvent> memberEvents;

  Profile(
      Database database,
      MemberStore members,
      Sessions sessions,
      Passwords passwords,
      PasswordRules rules,
      People people,
      RateLimits limits,
      Event<MemberEvent> memberEvents) {
    this.database = database;
    this.members = members;
    this.sessions = sessions;
    this.passwords = passwords;
    this.rules = rules;
    this.people = people;
    this.limits = limits;
    this.memberEvents = memberEvents;
  }

  /** What is to be changed; null stays as it is. */
  record Change(
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable Boolean shownAsOccupied,
      @Nullable Boolean reminded,
      @Nullable Language language) {}

  /** The person behind an identity. */
  public Member of(Identity identity) {
    return database.withHandle(handle -> find(handle, identity.memberId()));
  }

  private Member find(Handle handle, UUID id) {
    return members.find(handle, id).orElseThrow(Refusal::unauthenticated);
  }

  Member change(Identity identity, Change change) {
    return database.inTransaction(
        handle -> {
          Member before = find(handle, identity.memberId());
          Violations violations = new Violations();
          Member after =
              new Member(
                  before.id(),
                  before.email(),
                  change.firstName() == null
                      ? before.firstName()
                      : Details.name("firstName", change.firstName(), violations),
                  change.lastName() == null
                      ? before.lastName()
                      : Details.name("lastName", change.lastName(), violations),
                  before.role(),
                  before.status(),
                  Objects.requireNonNullElse(change.language(), before.language()),
                  Objects.requireNonNullElse(change.shownAsOccupied(), before.shownAsOccupied()),
                  Objects.requireNonNullElse(change.reminded(), before.reminded()),
                  before.createdAt(),
                  before.rejectionReason(),
                  before.passwordHash());
          if (!members.isEmailProven(handle, after.id())) {
            new Details(after.email(), after.firstName(), after.lastName()).noteLures(violations);
          }
          violations.refuseIfAny();
          members.setProfile(handle, after);
          memberEvents.fire(new MemberEvent.ProfileChanged(handle, after));
          return after;
        });
  }

  /** Changes the password; every other session of the person ends. */
  Member setPassword(Identity identity, @Nullable String current, @Nullable String wanted) {
    limits.count(Limit.NewPassword, identity.memberId().toString());
    rules.refuse(wanted, "newPassword", of(identity));
    confirm(identity, current, "currentPassword");
    String hash = passwords.hash(Objects.requireNonNull(wanted));
    return database.inTransaction(
        handle -> {
          Member member =
              members
                  .findForUpdate(handle, identity.memberId())
                  .orElseThrow(Refusal::unauthenticated);
          sessions.refuseIfEnded(handle, identity);
          members.setPassword(handle, member.id(), hash);
          sessions.endOthers(handle, identity);
          memberEvents.fire(new MemberEvent.PasswordChanged(handle, member));
          return find(handle, member.id());
        });
  }

  /**
   * Forgets the person for good. Stays ahead are cancelled by who hears of it; those that were
   * stay, without a name.
   */
  void erase(Identity identity, @Nullable String password) {
    confirm(identity, password, "password");
    database.inTransaction(
        handle -> {
          people.refuseIfLast(handle, identity.memberId());
          // Whoever hears of it then finds everything that is to be ended.
          Member member =
              members
                  .findToErase(handle, identity.memberId())
                  .orElseThrow(Refusal::unauthenticated);
          memberEvents.fire(new MemberEvent.AccountErased(handle, member));
          sessions.endAll(handle, member.id());
          members.erase(handle, member.id());
          return null;
        });
  }

  /**
   * Like {@link #confirm}, but takes a log-in or a passkey some minutes ago for an answer too: for
   * what is less grave than a new password.
   *
   * @throws Refusal 400 at {@code field}; 429
   */
  public void confirmUnlessFresh(Identity identity, @Nullable String password, String field) {
    if (password == null && sessions.isFresh(identity)) {
      return;
    }
    if (password == null && of(identity).hasPassword()) {
      throw Refusal.invalid(field, Text.of("password.again"));
    }
    confirm(identity, password, field);
  }

  /**
   * Makes sure that it is the person and not somebody at the unlocked device: by the password, or
   * where there is none by a log-in or a passkey some minutes ago.
   *
   * @throws Refusal 400 at {@code field} if neither; 429
   */
  public void confirm(Identity identity, @Nullable String password, String field) {
    limits.count(Limit.Password, identity.memberId().toString());
    Member member = of(identity);
    if (member.hasPassword()) {
      if (!passwords.matches(password, member.passwordHash())) {
        throw Refusal.invalid(field, Text.of("password.wrong"));
      }
    } else if (!sessions.isFresh(identity)) {
      throw Refusal.invalid(field, Text.of("password.none"));
    }
  }
}
