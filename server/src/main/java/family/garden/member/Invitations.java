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

/** Invitations: an administrator sends a link, the person sets a password and is approved. */
@Singleton
public final class Invitations {
  private final Database database;
  private final MemberStore members;
  private final Passwords passwords;
  private final PasswordRules rules;
  private final OneTimeTokens tokens;
  private final AdministratorPasskeys passkeys;
  private final AddressProof proof;
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
      AddressProof proof,
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
    this.proof = proof;
    this.limits = limits;
    this.login = login;
    this.memberEvents = memberEvents;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** The person to invite. */
  public record Invitation(
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable Role role,
      @Nullable Language language) {}

  /**
   * A person who was invited.
   *
   * @param inviteUrl the link that accepts the invitation; passed on by hand if there is no mail
   */
  public record Invited(UUID id, String inviteUrl) {}

  /**
   * Invites somebody, also repeatedly.
   *
   * @param inviting the language of the administrator, which also counts for the guest unless
   *     another is given
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
          Member invited = members.add(handle, member) ? member : invitedAgain(handle, member);
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
   * Invites the same person again, after a link was lost, an invitation withdrawn or the access
   * revoked; the old link becomes void. A revoked person gets the role of this invitation.
   */
  private Member invitedAgain(Handle handle, Member guest) {
    Member known =
        members
            .findByEmail(handle, guest.email())
            .flatMap(found -> members.findForUpdate(handle, found.id()))
            .orElseThrow(() -> Refusal.conflict("email", Text.of("email.taken"), List.of()));
    if (known.status() != Status.Invited && known.status() != Status.Revoked) {
      Text status = Text.of("member.status." + known.status());
      throw Refusal.conflict("email", Text.of("email.known", status), List.of());
    }
    if (known.status() == Status.Revoked) {
      members.setRole(handle, known.id(), guest.role());
    }
    members.setStatus(handle, known.id(), Status.Invited, null);
    return members.find(handle, known.id()).orElseThrow();
  }

  /**
   * Accepts an invitation: the person is approved and logged in. What a person who was here before
   * had set up to log in with is replaced, as by a link to a new password.
   */
  public LoggedIn accept(@Nullable String token, @Nullable String password, String address) {
    // Counted first, because estimating a password takes the one turn that log-ins wait for.
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
          if (members.hasKey(handle, member.id())) {
            proof.replacePassword(handle, member, hash);
          } else {
            members.setPassword(handle, member.id(), hash);
          }
          members.setStatus(handle, member.id(), Status.Active, null);
          members.setEmailProven(handle, member.id());
          memberEvents.fire(new MemberEvent.InvitationAccepted(handle, member));
          return login.begin(handle, member.id());
        });
  }
}
