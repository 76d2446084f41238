package family.garden.access;

/**
 * The kinds of {@link SecurityEvents}; the names are stored in the database and used in the API.
 */
public enum SecurityEventKind {
  /** Somebody tried to log in and was refused after the password or passkey was checked. */
  LoginRefused,
  /** An administrator who needs a passkey came with the right password alone, and was refused. */
  PasskeyMissing,
  /** The first administrator was made at the set-up. */
  GardenFounded,
  Invited,
  InvitationAccepted,
  Approved,
  Rejected,
  /** An administrator revoked the access. */
  Revoked,
  MadeAdministrator,
  MadeMember,
  /** An administrator made a link to a new password, to be passed on by hand. */
  PasswordLinkMade,
  /** An administrator gave the account another e-mail address. */
  AddressChanged,
  PasswordChanged,
  /** A new password by a link: sessions, passkeys and the calendar address ended. */
  PasswordReset,
  /** The address was shown to be the member's; everything that was set up before ended. */
  AddressProven,
  PasskeyAdded,
  PasskeyRemoved,
  /** A log-in with an OpenID Connect provider was linked to the account. */
  LoginLinked,
  LoginUnlinked,
  CalendarAddressMade,
  CalendarAddressRemoved,
  /** Somebody ended sessions of their own from another one. */
  SessionsEnded,
  MailSettingsChanged,
  /** From now on administrators need a passkey besides the password. */
  AdministratorPasskeysRequired,
  AdministratorPasskeysOptional,
  AccountErased
}
