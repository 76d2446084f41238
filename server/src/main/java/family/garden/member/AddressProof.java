package family.garden.member;

import family.garden.access.Sessions;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/**
 * What it means that somebody has shown that a member's e-mail address is theirs.
 *
 * <p>The <b>first proof</b> of an address ends all that was set up before it, because a stranger
 * may have registered with the address and waited: the password, sessions, passkeys, linked
 * log-ins, the calendar address and places on the waiting list. Bookings stay, since the
 * administrators decide about them.
 *
 * <p>A <b>password reset</b> of an address that was proven before ends sessions, passkeys and the
 * calendar address. Whoever resets has lost the password or fears that somebody else knows it, and
 * the server cannot tell which passkeys are theirs. Linked log-ins stay, for the provider vouches
 * for the same address, and so do waiting places, for they let nobody in. A <b>link passed on by
 * hand</b> does the same and proves nothing: an administrator gave it, no letter.
 *
 * <p>In each case the passkeys of an administrator who needs one stay (see {@link
 * AdministratorPasskeys}): without them nobody could open a session that adds another.
 */
@Singleton
final class AddressProof {
  private final MemberStore members;
  private final Sessions sessions;
  private final AdministratorPasskeys passkeys;
  private final Event<MemberEvent> memberEvents;

  AddressProof(
      MemberStore members,
      Sessions sessions,
      AdministratorPasskeys passkeys,
      Event<MemberEvent> memberEvents) {
    this.members = members;
    this.sessions = sessions;
    this.passkeys = passkeys;
    this.memberEvents = memberEvents;
  }

  /**
   * The address is the member's, as an OpenID Connect provider or a letter says. Ends what was set
   * up before if this is the first proof.
   *
   * @param member locked until the transaction ends
   */
  void given(Handle handle, Member member) {
    if (!members.isEmailProven(handle, member.id())) {
      claim(handle, member);
    }
  }

  /**
   * The member sets a new password by a letter to the address.
   *
   * @param member locked until the transaction ends
   */
  void givenByReset(Handle handle, Member member, String passwordHash) {
    if (members.isEmailProven(handle, member.id())) {
      replacePassword(handle, member, passwordHash);
    } else {
      claim(handle, member);
      members.setPassword(handle, member.id(), passwordHash);
    }
  }

  /**
   * The member sets a new password, which shows nothing about the address: by a link that an
   * administrator passed on.
   *
   * @param member locked until the transaction ends
   */
  void replacePassword(Handle handle, Member member, String passwordHash) {
    memberEvents.fire(
        new MemberEvent.PasswordReset(handle, member, passkeys.areNeededBy(handle, member)));
    sessions.endAll(handle, member.id());
    members.setPassword(handle, member.id(), passwordHash);
  }

  /** Sessions end last: a log-in that is under way holds what it logs in with until it is done. */
  private void claim(Handle handle, Member member) {
    members.dropPassword(handle, member.id());
    members.setEmailProven(handle, member.id());
    memberEvents.fire(
        new MemberEvent.AddressProven(handle, member, passkeys.areNeededBy(handle, member)));
    sessions.endAll(handle, member.id());
  }
}
