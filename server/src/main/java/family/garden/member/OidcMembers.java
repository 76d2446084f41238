package family.garden.member;

import family.garden.access.OneTimeTokens;
import family.garden.access.OneTimeTokens.Purpose;
import family.garden.access.Role;
import family.garden.platform.http.Language;
import family.garden.platform.http.Violations;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Finds or creates the member for a log-in with an OpenID Connect provider, by the e-mail address
 * that the provider has verified.
 */
@Singleton
public final class OidcMembers {
  private final MemberStore members;
  private final AddressProof proof;
  private final OneTimeTokens tokens;
  private final Event<MemberEvent> memberEvents;
  private final Clock clock;

  OidcMembers(
      MemberStore members,
      AddressProof proof,
      OneTimeTokens tokens,
      Event<MemberEvent> memberEvents,
      Clock clock) {
    this.members = members;
    this.proof = proof;
    this.tokens = tokens;
    this.memberEvents = memberEvents;
    this.clock = clock;
  }

  /**
   * The person, as the claims of the provider say.
   *
   * @param email the address, which the provider has verified
   */
  public record VerifiedPerson(
      String email, @Nullable String firstName, @Nullable String lastName, Language language) {}

  /** The member, perhaps a new one; empty if the person was rejected or revoked before. */
  public Optional<UUID> findOrAdd(Handle handle, VerifiedPerson person) {
    Violations violations = new Violations();
    String email = Details.email(person.email(), violations);
    if (!violations.isEmpty()) {
      return Optional.empty();
    }
    Details details =
        new Details(
            email,
            nameOr(person.firstName(), email.substring(0, email.indexOf('@'))),
            nameOr(person.lastName(), "–"));
    Member stranger =
        details.joining(Role.Member, Status.Pending, person.language(), clock.instant(), null);
    if (members.add(handle, stranger)) {
      members.setEmailProven(handle, stranger.id());
      memberEvents.fire(new MemberEvent.ApprovalRequested(handle, stranger));
      return Optional.of(stranger.id());
    }
    return members
        .findByEmail(handle, email)
        .flatMap(known -> members.findForUpdate(handle, known.id()))
        .filter(known -> mayLogIn(handle, known, details))
        .map(Member::id);
  }

  private static String nameOr(@Nullable String claimed, String fallback) {
    Violations violations = new Violations();
    String name = Details.name("name", claimed, violations);
    return violations.isEmpty() ? name : fallback;
  }

  private boolean mayLogIn(Handle handle, Member known, Details details) {
    switch (known.status()) {
      case Invited -> {
        // The administrator invited the owner of this address, who has just proven to be the owner.
        tokens.revoke(handle, Purpose.Invitation, known.id());
        members.setStatus(handle, known.id(), Status.Active, null);
        members.setEmailProven(handle, known.id());
        memberEvents.fire(new MemberEvent.InvitationAccepted(handle, known));
      }
      case Unverified -> {
        proof.given(handle, known);
        members.setName(handle, known.id(), details.firstName(), details.lastName());
        members.setStatus(handle, known.id(), Status.Pending, null);
        members
            .find(handle, known.id())
            .ifPresent(
                member -> memberEvents.fire(new MemberEvent.ApprovalRequested(handle, member)));
      }
      case Pending, Active -> proof.given(handle, known);
      case Rejected, Revoked, Erased -> {
        return false;
      }
    }
    return true;
  }
}
