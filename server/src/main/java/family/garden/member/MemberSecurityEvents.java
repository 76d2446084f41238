package family.garden.member;

import family.garden.access.Role;
import family.garden.access.SecurityEventKind;
import family.garden.access.SecurityEvents;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Adds the events of members to the security event log. */
@Singleton
final class MemberSecurityEvents implements ExportPart {
  private final SecurityEvents events;

  MemberSecurityEvents(SecurityEvents events) {
    this.events = events;
  }

  void on(@Observes MemberEvent event) {
    switch (event) {
      // Somebody requested a letter, perhaps in another's name: nothing has changed yet.
      case MemberEvent.VerificationRequested requested -> {}
      case MemberEvent.AlreadyRegistered registered -> {}
      case MemberEvent.PasswordResetRequested requested -> {}
      case MemberEvent.InvitationRepeated repeated -> {}
      case MemberEvent.RegistrationRefused refused -> {}
      case MemberEvent.ApprovalRequested requested -> {}
      case MemberEvent.ProfileChanged changed -> {}
      case MemberEvent.Invited invited -> note(event, SecurityEventKind.Invited);
      case MemberEvent.InvitationAccepted accepted ->
          note(event, SecurityEventKind.InvitationAccepted);
      case MemberEvent.Approved approved -> note(event, SecurityEventKind.Approved);
      case MemberEvent.Rejected rejected -> note(event, SecurityEventKind.Rejected);
      case MemberEvent.Revoked revoked -> note(event, SecurityEventKind.Revoked);
      case MemberEvent.RoleChanged changed ->
          note(
              event,
              changed.role() == Role.Administrator
                  ? SecurityEventKind.MadeAdministrator
                  : SecurityEventKind.MadeMember);
      case MemberEvent.GardenFounded founded -> note(event, SecurityEventKind.GardenFounded);
      case MemberEvent.PasskeyAdded added -> note(event, SecurityEventKind.PasskeyAdded);
      case MemberEvent.PasskeyRemoved removed -> note(event, SecurityEventKind.PasskeyRemoved);
      case MemberEvent.LoginLinked linked -> note(event, SecurityEventKind.LoginLinked);
      case MemberEvent.LoginUnlinked unlinked -> note(event, SecurityEventKind.LoginUnlinked);
      case MemberEvent.CalendarAddressMade made ->
          note(event, SecurityEventKind.CalendarAddressMade);
      case MemberEvent.CalendarAddressRemoved removed ->
          note(event, SecurityEventKind.CalendarAddressRemoved);
      case MemberEvent.AddressProven proven -> note(event, SecurityEventKind.AddressProven);
      case MemberEvent.PasswordReset reset -> note(event, SecurityEventKind.PasswordReset);
      case MemberEvent.PasswordLinkMade made -> note(event, SecurityEventKind.PasswordLinkMade);
      case MemberEvent.AddressChanged changed -> note(event, SecurityEventKind.AddressChanged);
      case MemberEvent.PasswordChanged changed -> note(event, SecurityEventKind.PasswordChanged);
      case MemberEvent.AccountErased erased -> note(event, SecurityEventKind.AccountErased);
    }
  }

  private void note(MemberEvent event, SecurityEventKind kind) {
    events.add(event.transaction(), kind, event.member().id());
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
