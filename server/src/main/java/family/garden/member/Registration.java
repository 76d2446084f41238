package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.Passwords;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Role;
import family.garden.member.AccountLetters.Wish;
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

/** Registration without an invitation: register, confirm the address, wait for approval. */
@Singleton
final class Registration {
  private final Database database;
  private final MemberStore members;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final AddressProof proof;
  private final AccountLetters accountLetters;
  private final MailAvailability mailAvailability;
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
      AccountLetters accountLetters,
      MailAvailability mailAvailability,
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
    this.accountLetters = accountLetters;
    this.mailAvailability = mailAvailability;
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
   * Accepts an application; only a letter to the owner of the address says whether it was known. A
   * second application with an unconfirmed address sets nothing, because either may be a
   * stranger's: the password and the link of the first become void, and the letter leads the owner
   * to a password of their own. If no letter may be written, nothing changes. The same statements
   * run for every address.
   *
   * <p>In a garden that sends no letters, the first application and its password stay valid, and
   * the screen says so; the administrators decide whom they approve.
   */
  void register(Application application, Language language, String address) {
    // Counted first, because estimating a password takes the one turn that log-ins wait for. A
    // malformed application does not use up the few registrations of an address.
    limits.count(Limit.NewPassword, address);
    Violations violations = new Violations();
    Details details =
        Details.typedByStranger(
            application.email(), application.firstName(), application.lastName(), violations);
    rules.check(application.password(), "password", details, violations);
    violations.refuseIfAny();
    limits.count(Limit.Registration, details.email(), address);
    // Hashed also if the address is known, so that the answer takes the same time.
    String hash = passwords.hash(Objects.requireNonNull(application.password()));
    Member member =
        details.joining(Role.Member, Status.Unverified, language, clock.instant(), hash);
    boolean hasRoom = accountLetters.hasRoom(details.email(), Wish.Registration);
    database.inTransaction(
        handle -> {
          boolean isNew = members.add(handle, member);
          if (mailAvailability.isAvailable(handle) && (isNew || hasRoom)) {
            members.voidEarlierApplication(handle, member);
            members
                .findByEmail(handle, details.email())
                .ifPresent(known -> accountLetters.write(handle, known, Wish.Registration));
          }
          return null;
        });
  }

  /**
   * Confirms an address. If the person was approved before that, somebody else may have registered,
   * and {@link AddressProof} removes what was set up, unless the session of the same person is open
   * in this browser.
   *
   * @param self who is logged in in the browser that opened the link; null if nobody
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
              // Nobody could log in so far, so only a password was set up.
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

  /** Sends the next letter, if there is such a person; the answer is the same if not. */
  void resend(@Nullable String email, String address) {
    String account = Details.email(email);
    limits.count(Limit.Registration, account, address);
    afterAnswer.run(() -> accountLetters.send(account, Wish.Verification));
  }
}
