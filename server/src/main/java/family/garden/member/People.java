package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.Passwords;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.access.Role;
import family.garden.access.Sessions;
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
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What administrators decide about people: who comes in, who goes, who decides. */
@Singleton
public final class People {
  private final Database database;
  private final MemberStore members;
  private final Sessions sessions;
  private final Passwords passwords;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Login login;
  private final Event<MemberNews> news;
  private final Configuration configuration;
  private final Clock clock;

  People(
      Database database,
      MemberStore members,
      Sessions sessions,
      Passwords passwords,
      OneTimeTokens tokens,
      RateLimits limits,
      Login login,
      Event<MemberNews> news,
      Configuration configuration,
      Clock clock) {
    this.database = database;
    this.members = members;
    this.sessions = sessions;
    this.passwords = passwords;
    this.tokens = tokens;
    this.limits = limits;
    this.login = login;
    this.news = news;
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Whom an administrator asks in. */
  public record Invitation(
      @Nullable String email,
      @Nullable String firstName,
      @Nullable String lastName,
      @Nullable Role role) {}

  /**
   * Somebody asked in.
   *
   * @param inviteUrl the link that accepts: to be passed on by hand where there is no mail
   */
  public record Invited(UUID id, String inviteUrl) {}

  List<Member> list(Set<Status> statuses) {
    return database.read(handle -> members.withStatus(handle, statuses));
  }

  /** Asks somebody in, also once more. */
  public Invited invite(Invitation invitation, Language language) {
    Violations violations = new Violations();
    String email = Details.email(invitation.email(), violations);
    String firstName = Details.name("firstName", invitation.firstName(), violations);
    String lastName = Details.name("lastName", invitation.lastName(), violations);
    violations.refuseIfAny();
    Member member =
        new Member(
            UUID.randomUUID(),
            email,
            firstName,
            lastName,
            invitation.role() == null ? Role.Member : invitation.role(),
            Status.Invited,
            language,
            false,
            clock.instant(),
            null,
            null);
    return database.inTransaction(
        handle -> {
          Member invited =
              members.add(handle, member) ? member : stillInvited(handle, member.email());
          String token = tokens.issue(handle, Purpose.Invitation, invited.id());
          String link = configuration.publicUrl() + "/invitation#token=" + token;
          news.fire(new MemberNews.WasInvited(handle, invited, link));
          return new Invited(invited.id(), link);
        });
  }

  /** Whoever lost the link is invited again as the same person; the old link is void then. */
  private Member stillInvited(Handle handle, String email) {
    return members
        .findByEmail(handle, email)
        .filter(known -> known.status() == Status.Invited)
        .orElseThrow(() -> Refusal.conflict("email", Text.of("email.taken"), List.of()));
  }

  /** Accepts an invitation: the person is approved and logged in. */
  public LoggedIn accept(@Nullable String token, @Nullable String password, String address) {
    Violations violations = new Violations();
    passwords.check(password, "password", violations);
    violations.refuseIfAny();
    limits.count(Limit.Token, address);
    String hash = passwords.hash(Objects.requireNonNull(password));
    return database.inTransaction(
        handle -> {
          Member member =
              tokens
                  .redeem(handle, Purpose.Invitation, token)
                  .flatMap(id -> members.findForUpdate(handle, id))
                  .filter(invited -> invited.status() == Status.Invited)
                  .orElseThrow(() -> Refusal.invalid("token", Text.of("token.bad")));
          members.setPassword(handle, member.id(), hash);
          members.setStatus(handle, member.id(), Status.Active, null);
          return login.begin(handle, member.id());
        });
  }

  /** Lets somebody in who waits, or who was sent away before. */
  void approve(UUID id) {
    change(
        id,
        Set.of(Status.Pending, Status.Unverified, Status.Rejected, Status.Revoked),
        (handle, member) -> {
          if (member.passwordHash() == null) {
            throw wrongState(member);
          }
          members.setStatus(handle, id, Status.Active, null);
          news.fire(new MemberNews.WasApproved(handle, member));
        });
  }

  void reject(UUID id, @Nullable String reason) {
    Violations violations = new Violations();
    String why = violations.line("reason", reason, 500);
    violations.refuseIfAny();
    change(
        id,
        Set.of(Status.Pending, Status.Unverified),
        (handle, member) -> {
          members.setStatus(handle, id, Status.Rejected, why);
          sessions.endAll(handle, id);
          news.fire(new MemberNews.WasRejected(handle, member, why));
        });
  }

  /** Sends somebody away: every session ends at once, open invitations are void. */
  void revoke(UUID id) {
    change(
        id,
        Set.of(Status.Active, Status.Invited),
        (handle, member) -> {
          refuseIfLast(handle, member.id());
          members.setStatus(handle, id, Status.Revoked, null);
          sessions.endAll(handle, id);
          tokens.revoke(handle, Purpose.Invitation, id);
        });
  }

  void setRole(UUID id, @Nullable Role role) {
    if (role == null) {
      throw Refusal.invalid("role", Text.of("field.missing"));
    }
    change(
        id,
        Set.of(Status.values()),
        (handle, member) -> {
          if (role == Role.Member) {
            refuseIfLast(handle, member.id());
          }
          members.setRole(handle, id, role);
        });
  }

  /**
   * @throws Refusal 409 if nobody could decide about people without this person
   */
  void refuseIfLast(Handle handle, UUID id) {
    if (members.administratorsForUpdate(handle).equals(List.of(id))) {
      throw Refusal.conflict(Text.of("member.lastAdministrator"));
    }
  }

  @FunctionalInterface
  private interface Change {
    void make(Handle handle, Member member);
  }

  private void change(UUID id, Set<Status> from, Change change) {
    database.inTransaction(
        handle -> {
          // The administrators' rows first, as refuseIfLast takes them: one order, no deadlock.
          members.administratorsForUpdate(handle);
          Member member = members.findForUpdate(handle, id).orElseThrow(Refusal::notFound);
          if (!from.contains(member.status())) {
            throw wrongState(member);
          }
          change.make(handle, member);
          return null;
        });
  }

  private static Refusal wrongState(Member member) {
    return Refusal.conflict(
        Text.of("member.wrongState", Text.of("member.status." + member.status())));
  }
}
