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

  void on(@Observes MemberNews news) {
    switch (news) {
      // Letters that somebody asked for, also in another's name: nothing has changed yet.
      case MemberNews.VerificationWanted wanted -> {}
      case MemberNews.AlreadyHere here -> {}
      case MemberNews.ResetWanted wanted -> {}
      case MemberNews.InvitationRepeated repeated -> {}
      case MemberNews.StaysOut out -> {}
      case MemberNews.WaitsForApproval waits -> {}
      case MemberNews.ProfileChanged changed -> {}
      case MemberNews.WasInvited invited -> note(news, SecurityEventKind.Invited);
      case MemberNews.InvitationAccepted accepted ->
          note(news, SecurityEventKind.InvitationAccepted);
      case MemberNews.WasApproved approved -> note(news, SecurityEventKind.Approved);
      case MemberNews.WasRejected rejected -> note(news, SecurityEventKind.Rejected);
      case MemberNews.WasRevoked revoked -> note(news, SecurityEventKind.Revoked);
      case MemberNews.RoleChanged changed ->
          note(
              news,
              changed.role() == Role.Administrator
                  ? SecurityEventKind.MadeAdministrator
                  : SecurityEventKind.MadeMember);
      case MemberNews.GardenFounded founded -> note(news, SecurityEventKind.GardenFounded);
      case MemberNews.PasskeyAdded added -> note(news, SecurityEventKind.PasskeyAdded);
      case MemberNews.PasskeyRemoved removed -> note(news, SecurityEventKind.PasskeyRemoved);
      case MemberNews.LoginLinked linked -> note(news, SecurityEventKind.LoginLinked);
      case MemberNews.LoginUnlinked unlinked -> note(news, SecurityEventKind.LoginUnlinked);
      case MemberNews.CalendarAddressMade made -> note(news, SecurityEventKind.CalendarAddressMade);
      case MemberNews.CalendarAddressRemoved removed ->
          note(news, SecurityEventKind.CalendarAddressRemoved);
      case MemberNews.WasClaimed claimed -> note(news, SecurityEventKind.AddressProven);
      case MemberNews.PasswordReset reset -> note(news, SecurityEventKind.PasswordReset);
      case MemberNews.PasswordLinkMade made -> note(news, SecurityEventKind.PasswordLinkMade);
      case MemberNews.PasswordChanged changed -> note(news, SecurityEventKind.PasswordChanged);
      case MemberNews.WasErased erased -> note(news, SecurityEventKind.AccountErased);
    }
  }

  private void note(MemberNews news, SecurityEventKind kind) {
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
