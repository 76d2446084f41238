package family.garden.member;

/** The status of a person; the names are used in the API and in the database. */
public enum Status {
  /** Invited by an administrator, has not chosen a password yet. */
  Invited,
  /** Registered, e-mail address not confirmed. */
  Unverified,
  /** Confirmed, waits for an administrator: may log in, may not book. */
  Pending,
  Active,
  Rejected,
  Revoked,
  /** Erased: only the bookings remain, without a name. */
  Erased;

  /** Whether this person may log in. */
  public boolean mayLogIn() {
    return this == Pending || this == Active;
  }

  /** Whether a letter to the address may set a password, which proves the address. */
  boolean mayReset() {
    return this == Unverified || mayLogIn();
  }

  /**
   * Whether a link that an administrator passes on may set a password: also for a person without
   * access, who then has a password once access is given.
   */
  boolean mayResetByHand() {
    return mayReset() || this == Rejected || this == Revoked;
  }
}
