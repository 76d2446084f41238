package family.garden.member;

/** Where a person stands; the names are those on the wire and in the database. */
public enum Status {
  /** Asked in by an administrator, has not chosen a password yet. */
  Invited,
  /** Registered, e-mail address not confirmed. */
  Unverified,
  /** Confirmed, waits for an administrator: may log in, may not book. */
  Pending,
  Active,
  Rejected,
  Revoked,
  /** Asked to be forgotten: only the bookings are left, without a name. */
  Erased;

  /** Whether this person may come in. */
  public boolean mayLogIn() {
    return this == Pending || this == Active;
  }

  /** Whether a letter to the address may set a password, which proves the address. */
  boolean mayReset() {
    return this == Unverified || mayLogIn();
  }

  /**
   * Whether a link that an administrator passes on may set a password: also for whoever is turned
   * away so far, so that they have one when they are let in.
   */
  boolean mayResetByHand() {
    return mayReset() || this == Rejected || this == Revoked;
  }
}
