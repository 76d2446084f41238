package family.garden.member;

import family.garden.access.Role;
import org.jdbi.v3.core.Handle;

/**
 * What happened to a person. Fired inside the transaction that made it so: what a listener writes
 * through {@link #transaction} is kept or undone together with the change.
 */
public sealed interface MemberEvent {
  Handle transaction();

  Member member();

  /** The address is to be confirmed by {@code token}. */
  record VerificationWanted(Handle transaction, Member member, String token)
      implements MemberEvent {}

  /** Somebody registered, or asked to confirm, with the address of a person who may log in. */
  record AlreadyHere(Handle transaction, Member member) implements MemberEvent {}

  /** A new password may be set with {@code token}. */
  record ResetWanted(Handle transaction, Member member, String token) implements MemberEvent {}

  /** An administrator asks the person in; {@code link} accepts. */
  record WasInvited(Handle transaction, Member member, String link) implements MemberEvent {}

  /** Somebody asked to be let in with the address of a person who was asked in before. */
  record InvitationRepeated(Handle transaction, Member member, String link)
      implements MemberEvent {}

  /** The person accepted an invitation and is approved. */
  record InvitationAccepted(Handle transaction, Member member) implements MemberEvent {}

  /** The garden was set up; {@code member} is its first administrator. */
  record GardenFounded(Handle transaction, Member member) implements MemberEvent {}

  /** The address was confirmed; an administrator is to decide. */
  record WaitsForApproval(Handle transaction, Member member) implements MemberEvent {}

  record WasApproved(Handle transaction, Member member) implements MemberEvent {}

  record WasRejected(Handle transaction, Member member, String reason) implements MemberEvent {}

  /** An administrator sent the person away. */
  record WasRevoked(Handle transaction, Member member) implements MemberEvent {}

  /** An administrator gave the person another role. */
  record RoleChanged(Handle transaction, Member member, Role role) implements MemberEvent {}

  /** The name or what others may see of the person changed. */
  record ProfileChanged(Handle transaction, Member member) implements MemberEvent {}

  /** A passkey called {@code name} lets the person in from now on. */
  record PasskeyAdded(Handle transaction, Member member, String name) implements MemberEvent {}

  /** One of the person's passkeys lets nobody in any more. */
  record PasskeyRemoved(Handle transaction, Member member) implements MemberEvent {}

  /**
   * A log-in with the OpenID Connect provider lets the person in from now on.
   *
   * @param isFirst whether nothing else lets the person in: nobody could have come in before
   */
  record LoginLinked(Handle transaction, Member member, boolean isFirst) implements MemberEvent {}

  /** No log-in with the OpenID Connect provider lets the person in any more. */
  record LoginUnlinked(Handle transaction, Member member) implements MemberEvent {}

  /** The person made a calendar address; the one before is void. */
  record CalendarAddressMade(Handle transaction, Member member) implements MemberEvent {}

  /** The person took the calendar address away. */
  record CalendarAddressRemoved(Handle transaction, Member member) implements MemberEvent {}

  /**
   * The person has shown that the address is theirs, which was open before: whoever set up what is
   * there may have been somebody else, so that all of it goes.
   *
   * @param keepsPasskeys as in {@link PasswordReset}
   */
  record WasClaimed(Handle transaction, Member member, boolean keepsPasskeys)
      implements MemberEvent {}

  /**
   * The person set a new password by a link: the passkeys and the calendar address of before are
   * void, for somebody else may have made them.
   *
   * @param keepsPasskeys whether the passkeys stay, for only a passkey opens the session that adds
   *     one
   */
  record PasswordReset(Handle transaction, Member member, boolean keepsPasskeys)
      implements MemberEvent {}

  /** An administrator made a link to a new password for the person, to be passed on by hand. */
  record PasswordLinkMade(Handle transaction, Member member) implements MemberEvent {}

  /** The person set a new password with the old one. */
  record PasswordChanged(Handle transaction, Member member) implements MemberEvent {}

  /** Somebody asked to be let in with the address of a person who was rejected or revoked. */
  record StaysOut(Handle transaction, Member member) implements MemberEvent {}

  /** The person asked to be forgotten; {@code member} is as it was before. */
  record WasErased(Handle transaction, Member member) implements MemberEvent {}
}
