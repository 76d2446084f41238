package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.Passwords;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Role;
import family.garden.member.Login.LoggedIn;
import family.garden.platform.config.Configuration;
import family.garden.platform.database.Database;
import family.garden.platform.http.Language;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The way in for somebody whom an administrator asks: a link, a password, and approved. */
@Singleton
public final class Invitations {
  private final Database database;
  private final MemberStore members;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final OneTimeTokens tokens;
  private final AdministratorPasskeys passkeys;
  private final RateLimits limits;
  private final Login login;
  private final Event<MemberEvent> memberEvents;
  private final Configuration configuration;
  private final Clock clock;

  Invitations(
      Database database,
      MemberStore members,
      Passwords passwords,
      PasswordRules rules,
      OneTimeTokens tokens,
      AdministratorPasskeys passkeys,
      RateLimits limits,
      Login login,
      Event<MemberEvent> memberEvents,
      Configuration configuration,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.passwords = passwords;
    this.rules = rules;
    this.tokens = tokens;
    this.passkeys = passkeys;
    this.limits = limits;
    this.login = login;
    this.memberEvents = memberEvents;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Whom an administrator asks in. */
  public record Invitation(
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable Role role,
      @Nullable Language language) {}

  /**
   * Somebody asked in.
   *
   * @param inviteUrl the link that accepts: to be passed on by hand where there is no mail
   */
  public record Invited(UUID id, String inviteUrl) {}

  /**
   * Asks somebody in, also once more.
   *
   * @param inviting what they read who invite: taken for the guest too where nothing else is said
   */
  public Invited invite(Invitation invitation, Language inviting) {
    Violations violations = new Violations();
    Details details =
        Details.typed(
            invitation.email(), invitation.firstName(), invitation.lastName(), violations);
    violations.refuseIfAny();
    Role role = Objects.requireNonNullElse(invitation.role(), Role.Member);
    Language language = Objects.requireNonNullElse(invitation.language(), inviting);
    Member member = details.joining(role, Status.Invited, language, clock.instant(), null);
    return database.inTransaction(
        handle -> {
          Member invited =
              members.add(handle, member) ? member : invitedAgain(handle, member.email());
          if (invited.role() == Role.Administrator) {
            passkeys.refuseIfWithout(handle, invited.id());
          }
          String token = tokens.issue(handle, Purpose.Invitation, invited.id());
          String link = link(configuration.publicUrl(), token);
          memberEvents.fire(new MemberEvent.Invited(handle, invited, link));
          return new Invited(invited.id(), link);
        });
  }

  /** The page that accepts an invitation. */
  static String link(String home, String token) {
    return home + "/invitation#token=" + token;
  }

  /**
   * Whoever lost the link is invited again as the same person, and so is whose invitation was
   * withdrawn before they could accept; the old link is void then.
   */
  private Member invitedAgain(Handle handle, String email) {
    Member known =
        members
            .findByEmail(handle, email)
            .flatMap(found -> members.findForUpdate(handle, found.id()))
            .orElseThrow(() -> Refusal.conflict("email", Text.of("email.taken"), List.of()));
    if (!neverCame(handle, known)) {
      Text status = Text.of("member.status." + known.status());
      throw Refusal.conflict("email", Text.of("email.known", status), List.of());
    }
    members.setStatus(handle, known.id(), Status.Invited, null);
    return known;
  }

  private boolean neverCame(Handle handle, Member member) {
    return member.status() == Status.Invited
        || (member.status() == Status.Revoked && !members.hasKey(handle, member.id()));
  }

  /** Accepts an invitation: the person is approved and logged in. */
  public LoggedIn accept(@Nullable String token, @Nullable String password, String address) {
    // Counted first: to weigh a password takes the one turn that log-ins wait for.
    limits.count(Limit.Token, address);
    Violations violations = new Violations();
    rules.check(password, "password", violations);
    violations.refuseIfAny();
    String hash = passwords.hash(Objects.requireNonNull(password));
    return database.inTransaction(
        handle -> {
          Member member =
              tokens
                  .redeem(handle, Purpose.Invitation, token)
                  .flatMap(id -> members.findForUpdate(handle, id))
                  .filter(invited -> invited.status() == Status.Invited)
                  .orElseThrow(() -> Refusal.invalid("token", Text.of("token.bad")));
          rules.refuse(password, "password", member);
          members.setPassword(handle, member.id(), hash);
          members.setStatus(handle, member.id(), Status.Active, null);
          members.setEmailProven(handle, member.id());
          memberEvents.fire(new MemberEvent.InvitationAccepted(handle, member));
          return login.begin(handle, member.id());
        });
  }
}
