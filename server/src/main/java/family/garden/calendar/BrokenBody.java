package family.garden.calendar;

import java.io.IOException;

/** The download of a calendar broke off, or the calendar became too large, while it was read. */
final class BrokenBody extends IOException {
  private final transient CalendarException reason;

  BrokenBody(CalendarException reason) {
    super(reason);
    this.reason = reason;
  }

  CalendarException reason() {
    return reason;
  }
}
