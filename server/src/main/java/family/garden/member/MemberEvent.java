package family.garden.member;

import family.garden.access.Role;
import org.jdbi.v3.core.Handle;

/**
 * What happened to a person. Each event is fired inside the transaction that made the change: what
 * a listener writes through {@link #transaction} is committed or rolled back with it.
 */
public sealed interface MemberEvent {
  Handle transaction();

  Member member();

  /** The person is to confirm the address with {@code token}. */
  record VerificationRequested(Handle transaction, Member member, String token)
      implements MemberEvent {}

  /** Somebody registered, or asked to confirm, with the address of a person who may log in. */
  record AlreadyRegistered(Handle transaction, Member member) implements MemberEvent {}

  /** A new password may be set with {@code token}. */
  record PasswordResetRequested(Handle transaction, Member member, String token)
      implements MemberEvent {}

  /** An administrator invited the person; {@code link} accepts the invitation. */
  record Invited(Handle transaction, Member member, String link) implements MemberEvent {}

  /** Somebody registered with the address of a person who was invited before. */
  record InvitationRepeated(Handle transaction, Member member, String link)
      implements MemberEvent {}

  /** The person accepted an invitation and is approved. */
  record InvitationAccepted(Handle transaction, Member member) implements MemberEvent {}

  /** The garden was set up; {@code member} is its first administrator. */
  record GardenFounded(Handle transaction, Member member) implements MemberEvent {}

  /** The person confirmed the address; an administrator is to decide. */
  record ApprovalRequested(Handle transaction, Member member) implements MemberEvent {}

  record Approved(Handle transaction, Member member) implements MemberEvent {}

  record Rejected(Handle transaction, Member member, String reason) implements MemberEvent {}

  /** An administrator revoked the access of the person. */
  record Revoked(Handle transaction, Member member) implements MemberEvent {}

  /** An administrator gave the person another role. */
  record RoleChanged(Handle transaction, Member member, Role role) implements MemberEvent {}

  /** The name or what others may see of the person changed. */
  record ProfileChanged(Handle transaction, Member member) implements MemberEvent {}

  /** The person may log in with the passkey called {@code name} from now on. */
  record PasskeyAdded(Handle transaction, Member member, String name) implements MemberEvent {}

  /** Nobody can log in with one of the person's passkeys any more. */
  record PasskeyRemoved(Handle transaction, Member member) implements MemberEvent {}

  /**
   * The person may log in with the OpenID Connect provider from now on.
   *
   * @param isFirst whether this is the only way to log in: nobody could have logged in before
   */
  record LoginLinked(Handle transaction, Member member, boolean isFirst) implements MemberEvent {}

  /** The person can no longer log in with the OpenID Connect provider. */
  record LoginUnlinked(Handle transaction, Member member) implements MemberEvent {}

  /** The person made a calendar address; the one before is void. */
  record CalendarAddressMade(Handle transaction, Member member) implements MemberEvent {}

  /** The person removed the calendar address. */
  record CalendarAddressRemoved(Handle transaction, Member member) implements MemberEvent {}

  /**
   * The person has proven that the address is theirs, for the first time. Somebody else may have
   * set up the account, so what was set up before is removed.
   *
   * @param keepsPasskeys as in {@link PasswordReset}
   */
  record AddressProven(Handle transaction, Member member, boolean keepsPasskeys)
      implements MemberEvent {}

  /**
   * The person set a new password by a link: the earlier passkeys and the calendar address become
   * void, because somebody else may have made them.
   *
   * @param keepsPasskeys whether the passkeys stay: where an administrator needs a passkey, nobody
   *     could open a session that adds another
   */
  record PasswordReset(Handle transaction, Member member, boolean keepsPasskeys)
      implements MemberEvent {}

  /** An administrator made a link to a new password for the person, to be passed on by hand. */
  record PasswordLinkMade(Handle transaction, Member member) implements MemberEvent {}

  /**
   * An administrator gave the person another address.
   *
   * @param before the address until now
   */
  record AddressChanged(Handle transaction, Member member, String before) implements MemberEvent {}

  /** The person set a new password with the old one. */
  record PasswordChanged(Handle transaction, Member member) implements MemberEvent {}

  /** Somebody registered with the address of a person who was rejected or revoked. */
  record RegistrationRefused(Handle transaction, Member member) implements MemberEvent {}

  /** The person erased their account; {@code member} is as it was before. */
  record AccountErased(Handle transaction, Member member) implements MemberEvent {}
}
