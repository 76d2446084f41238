package family.garden.member;

import org.jdbi.v3.core.Handle;

/**
 * What happened to a person. Fired inside the transaction that made it so: what a listener writes
 * through {@link #transaction} is kept or undone together with the change.
 */
public sealed interface MemberNews {
  Handle transaction();

  Member member();

  /** The address is to be confirmed by {@code token}. */
  record VerificationWanted(Handle transaction, Member member, String token)
      implements MemberNews {}

  /** Somebody registered with the address of a person who is here already. */
  record AlreadyHere(Handle transaction, Member member) implements MemberNews {}

  /** A new password may be set with {@code token}. */
  record ResetWanted(Handle transaction, Member member, String token) implements MemberNews {}

  /** An administrator asks the person in; {@code link} accepts. */
  record WasInvited(Handle transaction, Member member, String link) implements MemberNews {}

  /** The address was confirmed; an administrator is to decide. */
  record WaitsForApproval(Handle transaction, Member member) implements MemberNews {}

  record WasApproved(Handle transaction, Member member) implements MemberNews {}

  record WasRejected(Handle transaction, Member member, String reason) implements MemberNews {}

  /** An administrator sent the person away. */
  record WasRevoked(Handle transaction, Member member) implements MemberNews {}

  /** The name or what others may see of the person changed. */
  record ProfileChanged(Handle transaction, Member member) implements MemberNews {}

  /** The person asked to be forgotten; {@code member} is as it was before. */
  record WasErased(Handle transaction, Member member) implements MemberNews {}
}
