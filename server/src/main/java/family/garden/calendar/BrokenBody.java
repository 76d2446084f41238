package family.garden.calendar;

import java.io.IOException;

/** A calendar stopped coming, or became too large, while it was read. */
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
