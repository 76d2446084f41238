package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.Passwords;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Role;
import family.garden.member.WayOn.Wish;
import family.garden.platform.database.Database;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way in for somebody who was not invited: register, confirm the address, wait. */
@Singleton
final class Registration {
  private final Database database;
  private final MemberStore members;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final AddressProof proof;
  private final WayOn wayOn;
  private final Letterbox letterbox;
  private final AfterAnswer afterAnswer;
  private final Event<MemberEvent> memberEvents;
  private final Clock clock;

  Registration(
      Database database,
      MemberStore members,
      Passwords passwords,
      PasswordRules rules,
      OneTimeTokens tokens,
      RateLimits limits,
      AddressProof proof,
      WayOn wayOn,
      Letterbox letterbox,
      AfterAnswer afterAnswer,
      Event<MemberEvent> memberEvents,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.passwords = passwords;
    this.rules = rules;
    this.tokens = tokens;
    this.limits = limits;
    this.proof = proof;
    this.wayOn = wayOn;
    this.letterbox = letterbox;
    this.afterAnswer = afterAnswer;
    this.memberEvents = memberEvents;
    this.clock = clock;
  }

  /** What somebody types to register. */
  record Application(
      @Nullable String email,
      @Nullable String password,
      @Nullable String firstName,
      @Nullable String lastName) {}

  /**
   * Takes an application; whether the address was known is told only to its owner, by mail. A
   * second application with an address that is not confirmed yet sets nothing, for either may be a
   * stranger's: the password and the link of the first are void, and the letter leads the owner to
   * a password of their own. Where no letter may be written, it changes nothing. The same
   * statements are made for every address.
   *
   * <p>In a garden that sends no letters there is none that could lead anybody on, so that the
   * first application and its password stand, and the screen says so; the administrators decide
   * whom they let in.
   */
  void register(Application application, Language language, String address) {
    // Counted first: to weigh a password takes the one turn that log-ins wait for. What is refused
    // for its form does not use up the few registrations of an address.
    limits.count(Limit.NewPassword, address);
    Violations violations = new Violations();
    Details details =
        Details.typedByStranger(
            application.email(), application.firstName(), application.lastName(), violations);
    rules.check(application.password(), "password", details, violations);
    violations.refuseIfAny();
    limits.count(Limit.Registration, details.email(), address);
    // Hashed also where the address is known, so that the answer takes as long.
    String hash = passwords.hash(Objects.requireNonNull(application.password()));
    Member member =
        details.joining(Role.Member, Status.Unverified, language, clock.instant(), hash);
    boolean hasRoom = wayOn.hasRoom(details.email(), Wish.Registration);
    database.inTransaction(
        handle -> {
          boolean isNew = members.add(handle, member);
          if (letterbox.isOpen(handle) && (isNew || hasRoom)) {
            members.voidEarlierApplication(handle, member);
            members
                .findByEmail(handle, details.email())
                .ifPresent(known -> wayOn.write(handle, known, Wish.Registration));
          }
          return null;
        });
  }

  /**
   * Confirms an address. Who confirms it after having been approved without that may be somebody
   * else than who registered, and then {@link AddressProof} takes away what was set up; not so
   * where the same person's session shows that they are one.
   *
   * @param self who is logged in where the link was opened; null if nobody
   */
  void verify(@Nullable String token, String address, @Nullable UUID self) {
    limits.count(Limit.Token, address);
    database.inTransaction(
        handle -> {
          Member member =
              tokens
                  .redeem(handle, Purpose.Verification, token)
                  .flatMap(id -> members.findForUpdate(handle, id))
                  .orElseThrow(() -> Refusal.invalid("token", Text.of("token.bad")));
          switch (member.status()) {
            case Unverified -> {
              // Nobody could log in so far: there is a password and nothing else.
              members.setStatus(handle, member.id(), Status.Pending, null);
              members.setEmailProven(handle, member.id());
              memberEvents.fire(new MemberEvent.ApprovalRequested(handle, member));
            }
            case Pending, Active -> {
              if (member.id().equals(self)) {
                members.setEmailProven(handle, member.id());
              } else {
                proof.given(handle, member);
              }
            }
            case Invited, Rejected, Revoked, Erased -> {}
          }
          return null;
        });
  }

  /** Sends the letter that leads on, if there is such a person; tells nothing either way. */
  void resend(@Nullable String email, String address) {
    String account = Details.email(email);
    limits.count(Limit.Registration, account, address);
    afterAnswer.leave(() -> wayOn.lead(account, Wish.Verification));
  }
}
