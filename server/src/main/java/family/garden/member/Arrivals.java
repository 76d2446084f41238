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

/** The way in for somebody whose e-mail address another house vouches for. */
@Singleton
public final class Arrivals {
  private final MemberStore members;
  private final AddressProof proof;
  private final OneTimeTokens tokens;
  private final Event<MemberEvent> memberEvents;
  private final Clock clock;

  Arrivals(
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
   * Who arrives, as the other house says.
   *
   * @param email which the person has shown to be theirs
   */
  public record Arrival(
      String email, @Nullable String firstName, @Nullable String lastName, Language language) {}

  /** The member who has arrived, perhaps a new one; empty if the person was sent away before. */
  public Optional<UUID> welcome(Handle handle, Arrival arrival) {
    Violations violations = new Violations();
    String email = Details.email(arrival.email(), violations);
    if (!violations.isEmpty()) {
      return Optional.empty();
    }
    Details details =
        new Details(
            email,
            nameOr(arrival.firstName(), email.substring(0, email.indexOf('@'))),
            nameOr(arrival.lastName(), "–"));
    Member stranger =
        details.joining(Role.Member, Status.Pending, arrival.language(), clock.instant(), null);
    if (members.add(handle, stranger)) {
      members.setEmailProven(handle, stranger.id());
      memberEvents.fire(new MemberEvent.ApprovalRequested(handle, stranger));
      return Optional.of(stranger.id());
    }
    return members
        .findByEmail(handle, email)
        .flatMap(known -> members.findForUpdate(handle, known.id()))
        .filter(known -> isWelcome(handle, known, details))
        .map(Member::id);
  }

  private static String nameOr(@Nullable String told, String fallback) {
    Violations violations = new Violations();
    String name = Details.name("name", told, violations);
    return violations.isEmpty() ? name : fallback;
  }

  private boolean isWelcome(Handle handle, Member known, Details details) {
    switch (known.status()) {
      case Invited -> {
        // The administrator asked for the owner of this address, and here they are.
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
