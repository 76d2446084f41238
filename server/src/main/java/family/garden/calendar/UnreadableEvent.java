package family.garden.calendar;

/** An event that cannot be read, which does not keep the others from being read. */
final class UnreadableEvent extends Exception {
  private final Skip.Reason reason;
  private final String detail;

  UnreadableEvent(Skip.Reason reason, String detail) {
    super(reason + " " + detail, null, false, false);
    this.reason = reason;
    this.detail = detail;
  }

  Skip.Reason reason() {
    return reason;
  }

  String detail() {
    return detail;
  }
}
