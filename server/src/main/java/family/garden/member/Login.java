package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.Passwords;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.SecurityEventKind;
import family.garden.access.SecurityEvents;
import family.garden.access.Sessions;
import family.garden.member.AccountLetters.Wish;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Begins sessions, and sets a new password for members who lost theirs. */
@Singleton
public final class Login {
  private final Database database;
  private final MemberStore members;
  private final Sessions sessions;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final OneTimeTokens tokens;
  private final AdministratorPasskeys passkeys;
  private final AddressProof proof;
  private final KnownDevices devices;
  private final AccountLetters accountLetters;
  private final MailAvailability mailAvailability;
  private final AfterAnswer afterAnswer;
  private final RateLimits limits;
  private final SecurityEvents events;
  private final Event<MemberEvent> memberEvents;

  Login(
      Database database,
      MemberStore members,
      Sessions sessions,
      Passwords passwords,
      PasswordRules rules,
      OneTimeTokens tokens,
      AdministratorPasskeys passkeys,
      AddressProof proof,
      KnownDevices devices,
      AccountLetters accountLetters,
      MailAvailability mailAvailability,
      AfterAnswer afterAnswer,
      RateLimits limits,
      SecurityEvents events,
      Event<MemberEvent> memberEvents) {
    this.database = database;
    this.members = members;
    this.sessions = sessions;
    this.passwords = passwords;
    this.rules = rules;
    this.tokens = tokens;
    this.passkeys = passkeys;
    this.proof = proof;
    this.devices = devices;
    this.accountLetters = accountLetters;
    this.mailAvailability = mailAvailability;
    this.afterAnswer = afterAnswer;
    this.limits = limits;
    this.events = events;
    this.memberEvents = memberEvents;
  }

  /** A new session and its member. */
  public record LoggedIn(String token, Instant expiresAt, Member user) {}

  /**
   * @param held the cookie of {@link KnownDevices}
   * @throws Refusal 401, the same for every cause and after the same work; 403 after the right
   *     password of somebody who still waits for approval, where no letter tells them; 429
   */
  LoggedIn with(
      @Nullable String email, @Nullable String password, String address, @Nullable String held) {
    String account = Details.lower(email);
    Optional<Member> known = database.withHandle(handle -> members.findByEmail(handle, account));
    Optional<String> device = known.flatMap(member -> devices.recognise(held, member));
    if (device.isPresent()) {
      limits.count(Limit.LoginFromKnownDevice, device.get());
    } else {
      limits.count(Limit.Login, account, address);
      limits.slowDown(account, address);
    }
    boolean matches = passwords.matches(password, known.map(Member::passwordHash).orElse(null));
    if (!matches || known.isEmpty() || !known.get().status().mayLogIn()) {
      noteRefusal(known);
      if (matches && known.isPresent() && waitsWithoutLetters(known.get())) {
        throw Refusal.forbidden(Text.of("refused.notApproved"));
      }
      throw Refusal.loginFailed();
    }
    if (device.isEmpty()) {
      limits.forgive(Limit.Login, account, address);
    }
    try {
      return database.inTransaction(handle -> begin(handle, known.get()));
    } catch (Refusal refused) {
      // The password is right, but the person needs a passkey too, or the password was replaced
      // just now.
      events.addRefusedLogin(
          refused.errors().containsKey("passkey")
              ? SecurityEventKind.PasskeyMissing
              : SecurityEventKind.LoginRefused,
          known.get().id());
      throw refused;
    }
  }

  /**
   * Whether only an administrator can let this person in: the garden sends no letter that would
   * confirm the address.
   */
  private boolean waitsWithoutLetters(Member member) {
    return member.status() == Status.Unverified
        && !database.withHandle(mailAvailability::isAvailable);
  }

  /**
   * An account with an unconfirmed address counts as nobody's, because strangers can create any
   * number of those.
   */
  private void noteRefusal(Optional<Member> known) {
    events.addRefusedLogin(
        SecurityEventKind.LoginRefused,
        known.filter(one -> one.status() != Status.Unverified).map(Member::id).orElse(null));
  }

  /**
   * Locks and reads the member again, so that a password that was replaced meanwhile does not begin
   * a session.
   */
  private LoggedIn begin(Handle handle, Member known) {
    boolean same =
        members
            .findForUpdate(handle, known.id())
            .filter(now -> Objects.equals(now.passwordHash(), known.passwordHash()))
            .isPresent();
    if (!same) {
      throw Refusal.loginFailed();
    }
    return begin(handle, known.id());
  }

  /**
   * Begins a session for an authenticated person.
   *
   * @throws Refusal 401 if the person may not log in; 403 if the person needs a passkey
   */
  public LoggedIn begin(Handle handle, UUID memberId) {
    return begin(handle, memberId, null);
  }

  /**
   * Like {@link #begin(Handle, UUID)}, by a passkey: the session ends when it is removed.
   *
   * @throws Refusal 401 if the person may not log in
   */
  public LoggedIn begin(Handle handle, UUID memberId, @Nullable UUID passkeyId) {
    Member member =
        members
            .find(handle, memberId)
            .filter(known -> known.status().mayLogIn())
            .orElseThrow(Refusal::loginFailed);
    if (passkeyId == null && passkeys.areNeededBy(handle, member)) {
      throw Refusal.passkeyNeeded();
    }
    Sessions.Begun begun = sessions.begin(handle, memberId, passkeyId);
    return new LoggedIn(begun.token(), begun.expiresAt(), member);
  }

  /** Sends the next letter, if there is such a person; the answer is the same if not. */
  void forgot(@Nullable String email, String address) {
    String account = Details.email(email);
    limits.count(Limit.Reset, account, address);
    afterAnswer.run(() -> accountLetters.send(account, Wish.Password));
  }

  /**
   * Sets a new password with a token from a letter, which proves the address, or from a link that
   * an administrator passed on, which does not; see {@link AddressProof} for what becomes void. A
   * person who had only registered then waits for approval.
   */
  Member reset(@Nullable String token, @Nullable String password, String address) {
    // Counted first, because estimating a password takes the one turn that log-ins wait for.
    limits.count(Limit.Token, address);
    Violations violations = new Violations();
    rules.check(password, "password", violations);
    violations.refuseIfAny();
    String hash = passwords.hash(Objects.requireNonNull(password));
    return database.inTransaction(
        handle -> {
          Optional<UUID> byLetter = tokens.redeem(handle, Purpose.Reset, token);
          Member member =
              byLetter
                  .or(() -> tokens.redeem(handle, Purpose.ResetByHand, token))
                  .flatMap(id -> members.findForUpdate(handle, id))
                  .filter(
                      known ->
                          byLetter.isPresent()
                              ? known.status().mayReset()
                              : known.status().mayResetByHand())
                  .orElseThrow(() -> Refusal.invalid("token", Text.of("token.bad")));
          rules.refuse(password, "password", member);
          if (byLetter.isPresent()) {
            proof.givenByReset(handle, member, hash);
          } else {
            proof.replacePassword(handle, member, hash);
          }
          if (member.status() == Status.Unverified) {
            members.setStatus(handle, member.id(), Status.Pending, null);
            memberEvents.fire(new MemberEvent.ApprovalRequested(handle, member));
          }
          return members.find(handle, member.id()).orElseThrow();
        });
  }
}
