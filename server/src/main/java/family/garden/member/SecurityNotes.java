package family.garden.member;

import family.garden.access.Role;
import family.garden.access.SecurityEventKind;
import family.garden.access.SecurityEvents;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Notes in the security event log what happens to accounts. */
@Singleton
final class SecurityNotes implements ExportPart {
  private final SecurityEvents events;

  SecurityNotes(SecurityEvents events) {
    this.events = events;
  }

  void on(@Observes MemberEvent news) {
    switch (news) {
      // Letters that somebody asked for, also in another's name: nothing has changed yet.
      case MemberEvent.VerificationWanted wanted -> {}
      case MemberEvent.AlreadyHere here -> {}
      case MemberEvent.ResetWanted wanted -> {}
      case MemberEvent.InvitationRepeated repeated -> {}
      case MemberEvent.StaysOut out -> {}
      case MemberEvent.WaitsForApproval waits -> {}
      case MemberEvent.ProfileChanged changed -> {}
      case MemberEvent.WasInvited invited -> note(news, SecurityEventKind.Invited);
      case MemberEvent.InvitationAccepted accepted ->
          note(news, SecurityEventKind.InvitationAccepted);
      case MemberEvent.WasApproved approved -> note(news, SecurityEventKind.Approved);
      case MemberEvent.WasRejected rejected -> note(news, SecurityEventKind.Rejected);
      case MemberEvent.WasRevoked revoked -> note(news, SecurityEventKind.Revoked);
      case MemberEvent.RoleChanged changed ->
          note(
              news,
              changed.role() == Role.Administrator
                  ? SecurityEventKind.MadeAdministrator
                  : SecurityEventKind.MadeMember);
      case MemberEvent.GardenFounded founded -> note(news, SecurityEventKind.GardenFounded);
      case MemberEvent.PasskeyAdded added -> note(news, SecurityEventKind.PasskeyAdded);
      case MemberEvent.PasskeyRemoved removed -> note(news, SecurityEventKind.PasskeyRemoved);
      case MemberEvent.LoginLinked linked -> note(news, SecurityEventKind.LoginLinked);
      case MemberEvent.LoginUnlinked unlinked -> note(news, SecurityEventKind.LoginUnlinked);
      case MemberEvent.CalendarAddressMade made ->
          note(news, SecurityEventKind.CalendarAddressMade);
      case MemberEvent.CalendarAddressRemoved removed ->
          note(news, SecurityEventKind.CalendarAddressRemoved);
      case MemberEvent.WasClaimed claimed -> note(news, SecurityEventKind.AddressProven);
      case MemberEvent.PasswordReset reset -> note(news, SecurityEventKind.PasswordReset);
      case MemberEvent.PasswordLinkMade made -> note(news, SecurityEventKind.PasswordLinkMade);
      case MemberEvent.PasswordChanged changed -> note(news, SecurityEventKind.PasswordChanged);
      case MemberEvent.WasErased erased -> note(news, SecurityEventKind.AccountErased);
    }
  }

  private void note(MemberEvent news, SecurityEventKind kind) {
    events.add(news.transaction(), kind, news.member().id());
  }

  @Override
  public String name() {
    return "securityEvents";
  }

  @Override
  public List<SecurityEvents.Own> of(UUID memberId) {
    return events.of(memberId);
  }
}
