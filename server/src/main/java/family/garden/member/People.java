package family.garden.member;

import family.garden.access.Identity;
import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.Role;
import family.garden.access.Sessions;
import family.garden.platform.config.Configuration;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What administrators decide about people: approval, rejection, revocation and roles. */
@Singleton
final class People {
  private final Database database;
  private final MemberStore members;
  private final Sessions sessions;
  private final OneTimeTokens tokens;
  private final AdministratorPasskeys passkeys;
  private final Event<MemberEvent> memberEvents;
  private final String home;

  People(
      Database database,
      MemberStore members,
      Sessions sessions,
      OneTimeTokens tokens,
      AdministratorPasskeys passkeys,
      Event<MemberEvent> memberEvents,
      Configuration configuration) {
    this.database = database;
    this.members = members;
    this.sessions = sessions;
    this.tokens = tokens;
    this.passkeys = passkeys;
    this.memberEvents = memberEvents;
    this.home = configuration.publicUrl();
  }

  /**
   * @param passwordUrl shown only this once
   */
  record PasswordLink(String passwordUrl) {}

  List<Member> list(Set<Status> statuses) {
    return database.withHandle(handle -> members.withStatus(handle, statuses));
  }

  /** Approves somebody who waits, or who was rejected or revoked before. */
  void approve(UUID id) {
    var _ =
        change(
            id,
            Set.of(Status.Pending, Status.Unverified, Status.Rejected, Status.Revoked),
            (handle, member) -> {
              if (!members.hasKey(handle, id)) {
                throw Refusal.conflict(Text.of("member.noKey"));
              }
              if (member.role() == Role.Administrator) {
                passkeys.refuseIfWithout(handle, id);
              }
              members.setStatus(handle, id, Status.Active, null);
              memberEvents.fire(new MemberEvent.Approved(handle, member));
              return true;
            });
  }

  void reject(UUID id, @Nullable String reason) {
    Violations violations = new Violations();
    String why = violations.line("reason", reason, 500);
    violations.refuseIfAny();
    var _ =
        change(
            id,
            Set.of(Status.Pending, Status.Unverified),
            (handle, member) -> {
              members.setStatus(handle, id, Status.Rejected, why);
              sessions.endAll(handle, id);
              tokens.revoke(handle, Purpose.ResetByHand, id);
              memberEvents.fire(new MemberEvent.Rejected(handle, member, why));
              return true;
            });
  }

  /** Revokes the access: every session ends at once, open invitations become void. */
  void revoke(UUID id) {
    var _ =
        change(
            id,
            Set.of(Status.Active, Status.Invited),
            (handle, member) -> {
              refuseIfLast(handle, member.id());
              members.setStatus(handle, id, Status.Revoked, null);
              sessions.endAll(handle, id);
              tokens.revoke(handle, Purpose.Invitation, id);
              tokens.revoke(handle, Purpose.ResetByHand, id);
              memberEvents.fire(new MemberEvent.Revoked(handle, member));
              return true;
            });
  }

  /**
   * A link to a new password, to be passed on by hand if no letter arrives. It is valid as long as
   * a link in a letter, and does the same except that it does not prove the address: see {@link
   * Login#reset}. It does not give access to a person who has none.
   *
   * @param own the administrator
   * @throws Refusal 409 for the administrator's own account: the profile requires the old password
   */
  PasswordLink passwordLink(Identity own, UUID id) {
    if (id.equals(own.memberId())) {
      throw Refusal.conflict(Text.of("member.ownPasswordLink"));
    }
    return change(
        id,
        Set.of(Status.Unverified, Status.Pending, Status.Active, Status.Rejected, Status.Revoked),
        (handle, member) -> {
          String token = tokens.issue(handle, Purpose.ResetByHand, id);
          memberEvents.fire(new MemberEvent.PasswordLinkMade(handle, member));
          return new PasswordLink(home + "/reset-password#token=" + token);
        });
  }

  /**
   * Gives a person another address, which the person logs in with from then on. The administrator
   * vouches for it, as for that of an invitation: whether the address counts as proven stays as it
   * was. Links in letters to the old address become void.
   *
   * @param email a valid address, as {@link Details#email} returns it
   * @throws Refusal 409 if somebody has it
   */
  void setEmail(UUID id, String email) {
    var _ =
        change(
            id,
            Set.of(Status.values()),
            (handle, member) -> {
              if (email.equals(member.email())) {
                return false;
              }
              if (!members.setEmail(handle, id, email)) {
                throw Refusal.conflict("email", Text.of("email.taken"), List.of());
              }
              Member moved = members.find(handle, id).orElseThrow();
              memberEvents.fire(new MemberEvent.AddressChanged(handle, moved, member.email()));
              return true;
            });
  }

  void setRole(UUID id, @Nullable Role role) {
    if (role == null) {
      throw Refusal.invalid("role", Text.of("field.missing"));
    }
    var _ =
        change(
            id,
            Set.of(Status.values()),
            (handle, member) -> {
              if (role == Role.Member) {
                refuseIfLast(handle, member.id());
              } else {
                passkeys.refuseIfWithout(handle, id);
              }
              members.setRole(handle, id, role);
              if (member.role() != role) {
                memberEvents.fire(new MemberEvent.RoleChanged(handle, member, role));
              }
              return true;
            });
  }

  /**
   * @throws Refusal 409 if this is the last administrator
   */
  void refuseIfLast(Handle handle, UUID id) {
    if (members.administratorsForUpdate(handle).equals(List.of(id))) {
      throw Refusal.conflict(Text.of("member.lastAdministrator"));
    }
  }

  @FunctionalInterface
  private interface Change<R> {
    R make(Handle handle, Member member);
  }

  private <R> R change(UUID id, Set<Status> from, Change<R> change) {
    return database.inTransaction(
        handle -> {
          // Locks the administrators' rows first, like refuseIfLast: one order, no deadlock.
          members.administratorsForUpdate(handle);
          Member member = members.findForUpdate(handle, id).orElseThrow(Refusal::notFound);
          if (!from.contains(member.status())) {
            throw wrongState(member);
          }
          return change.make(handle, member);
        });
  }

  private static Refusal wrongState(Member member) {
    return Refusal.conflict(
        Text.of("member.wrongState", Text.of("member.status." + member.status())));
  }
}
