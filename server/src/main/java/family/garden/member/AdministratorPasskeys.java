package family.garden.member;

import family.garden.access.Identity;
import family.garden.access.Role;
import family.garden.access.SecurityEventKind;
import family.garden.access.SecurityEvents;
import family.garden.access.Sessions;
import family.garden.platform.database.Database;
import family.garden.platform.http.Refusal;
import family.garden.platform.http.Text;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/**
 * Whether administrators need a passkey besides the password. While they do:
 *
 * <ul>
 *   <li>no password, letter or OpenID Connect provider opens a session of an administrator, and one
 *       that no passkey opened or confirmed is no good;
 *   <li>every administrator has a passkey: nobody becomes one without, and the last is not removed;
 *   <li>a new password or a proof of the address leaves an administrator's passkeys alone, which
 *       only a passkey could add.
 * </ul>
 *
 * <p>An administrator who lost the passkey is made a member by another one, adds a new passkey and
 * is made an administrator again. Where there is no other one, the keeper ends the rule on the box;
 * see the runbook.
 */
@Singleton
public final class AdministratorPasskeys {
  private final Database database;
  private final AccessPolicyStore policy;
  private final MemberStore members;
  private final Sessions sessions;
  private final SecurityEvents events;

  AdministratorPasskeys(
      Database database,
      AccessPolicyStore policy,
      MemberStore members,
      Sessions sessions,
      SecurityEvents events) {
    this.database = database;
    this.policy = policy;
    this.members = members;
    this.sessions = sessions;
    this.events = events;
  }

  boolean areNeeded() {
    return database.withHandle(policy::administratorsNeedPasskey);
  }

  /** Whether this person's password is not enough. */
  public boolean areNeededBy(Handle handle, Member member) {
    return member.role() == Role.Administrator && policy.administratorsNeedPasskey(handle);
  }

  /**
   * Makes or ends the rule. Where it is made, the sessions of administrators that no passkey opened
   * or confirmed end.
   *
   * @throws Refusal 400 if the caller has not logged in or confirmed with a passkey within the last
   *     ten minutes; 409 if the caller has no passkey, or another administrator has none
   */
  void set(Identity identity, boolean wanted) {
    database.inTransaction(
        handle -> {
          // The administrators first, as where one of them is changed: one order, no deadlock.
          members.administratorsForUpdate(handle);
          if (policy.administratorsNeedPasskey(handle) != wanted) {
            change(handle, identity, wanted);
          }
          return null;
        });
  }

  private void change(Handle handle, Identity identity, boolean wanted) {
    if (wanted && !members.hasPasskey(handle, identity.memberId())) {
      throw Refusal.conflict(Text.of("administrators.ownPasskey"));
    }
    if (!sessions.isFreshByPasskey(handle, identity)) {
      throw Refusal.invalid("administratorsNeedPasskey", Text.of("administrators.confirm"));
    }
    policy.setAdministratorsNeedPasskey(handle, wanted);
    events.add(
        handle,
        wanted
            ? SecurityEventKind.AdministratorPasskeysRequired
            : SecurityEventKind.AdministratorPasskeysOptional,
        null);
    if (wanted) {
      refuseIfAnyWithout(members.administratorsWithoutPasskey(handle));
      sessions.endAdministratorsWithoutPasskey(handle);
    }
  }

  private static void refuseIfAnyWithout(List<Member> without) {
    if (!without.isEmpty()) {
      String names = without.stream().map(Member::fullName).collect(Collectors.joining(", "));
      throw Refusal.conflict(Text.of("administrators.without", names));
    }
  }

  /**
   * To be called before somebody becomes an administrator, in whatever state of the account.
   *
   * @throws Refusal 409 if a passkey is needed and the person has none
   */
  void refuseIfWithout(Handle handle, UUID memberId) {
    if (policy.administratorsNeedPasskeyForShare(handle) && !members.hasPasskey(handle, memberId)) {
      throw Refusal.conflict(Text.of("administrators.passkeyFirst"));
    }
  }

  /**
   * To be called after a passkey was removed, in the same transaction.
   *
   * @param member locked until the transaction ends
   * @throws Refusal 409 if the person needs one and it was the last
   */
  public void refuseIfNoneIsLeft(Handle handle, Member member) {
    if (member.role() == Role.Administrator
        && policy.administratorsNeedPasskeyForShare(handle)
        && !members.hasPasskey(handle, member.id())) {
      throw Refusal.conflict(Text.of("administrators.lastPasskey"));
    }
  }
}
