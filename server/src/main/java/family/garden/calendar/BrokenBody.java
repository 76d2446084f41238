package family.garden.calendar;

import java.io.IOException;

/** A calendar stopped coming, or became too large, while it was read. */
final class BrokenBody extends IOException {
  private final transient CalendarException trouble;

  BrokenBody(CalendarException trouble) {
    super(trouble);
    this.trouble = trouble;
  }

  CalendarException trouble() {
    return trouble;
  }
}
