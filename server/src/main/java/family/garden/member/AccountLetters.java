package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.RateLimits;
import family.garden.access.RateLimits.Limit;
import family.garden.platform.config.Configuration;
import family.garden.platform.database.Database;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import org.jdbi.v3.core.Handle;

/**
 * The next letter for a person, by the status of the account and whatever was requested: an invited
 * person gets the invitation again, an unconfirmed one a link to confirm the address, a person who
 * may log in learns how, and a rejected or revoked one that there is no access. Every status has
 * its letter.
 */
@Singleton
final class AccountLetters {
  /** What was requested. */
  enum Wish {
    Registration,
    Verification,
    Password
  }

  private final Database database;
  private final MemberStore members;
  private final OneTimeTokens tokens;
  private final RateLimits limits;
  private final Event<MemberEvent> memberEvents;
  private final String home;

  AccountLetters(
      Database database,
      MemberStore members,
      OneTimeTokens tokens,
      RateLimits limits,
      Event<MemberEvent> memberEvents,
      Configuration configuration) {
    this.database = database;
    this.members = members;
    this.tokens = tokens;
    this.limits = limits;
    this.memberEvents = memberEvents;
    this.home = configuration.publicUrl();
  }

  /**
   * Whether the server may send one more letter to this address: ten an hour for each wish, from
   * all callers. Each wish has its own ten, so that a stranger who registers with a member's
   * address does not use up the letters for a new password.
   *
   * @param email in lower case
   */
  boolean hasRoom(String email, Wish wish) {
    return limits.hasRoom(Limit.Letters, wish + " to " + email);
  }

  /**
   * Writes to the person with this address, if there is one and {@link #hasRoom}; otherwise the
   * link in the latest letter stays valid.
   *
   * @param email in lower case
   */
  void send(String email, Wish wish) {
    // Counted before the transaction, which holds one of the few connections.
    if (!hasRoom(email, wish)) {
      return;
    }
    database.inTransaction(
        handle -> {
          members
              .findByEmail(handle, email)
              .flatMap(known -> members.findForUpdate(handle, known.id()))
              .ifPresent(known -> write(handle, known, wish));
          return null;
        });
  }

  /**
   * Writes the letter. It runs the same statements for every status, so that no caller learns the
   * status from the time they take: if the letter needs no token, a token for nobody is issued.
   */
  void write(Handle handle, Member member, Wish wish) {
    memberEvents.fire(
        switch (member.status()) {
          case Unverified, Pending, Active -> forSomebodyHere(handle, member, wish);
          case Invited ->
              new MemberEvent.InvitationRepeated(
                  handle, member, Invitations.link(home, anotherLink(handle, member)));
          case Rejected, Revoked -> {
            issueInVain(handle, member);
            yield new MemberEvent.RegistrationRefused(handle, member);
          }
          case Erased -> throw new IllegalArgumentException("Nobody has the address of the erased");
        });
  }

  private MemberEvent forSomebodyHere(Handle handle, Member member, Wish wish) {
    if (wish == Wish.Password || member.choosesPassword()) {
      return new MemberEvent.PasswordResetRequested(
          handle, member, tokens.issue(handle, Purpose.Reset, member.id()));
    }
    if (member.status() == Status.Unverified) {
      return new MemberEvent.VerificationRequested(
          handle, member, tokens.issue(handle, Purpose.Verification, member.id()));
    }
    issueInVain(handle, member);
    return new MemberEvent.AlreadyRegistered(handle, member);
  }

  private void issueInVain(Handle handle, Member member) {
    tokens.revoke(handle, Purpose.Verification, member.id());
    var _ = tokens.issueOneMore(handle, Purpose.Verification);
  }

  /** A new link; the one that the administrator has passed on, perhaps by hand, stays valid. */
  private String anotherLink(Handle handle, Member member) {
    return tokens.issueBesideOldest(handle, Purpose.Invitation, member.id());
  }
}
