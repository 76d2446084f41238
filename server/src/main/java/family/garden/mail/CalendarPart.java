package family.garden.mail;

import family.garden.calendar.StayCalendar.Method;

/**
 * A calendar that goes with a letter.
 *
 * @param text after RFC 5545
 */
record CalendarPart(Method method, String text) {
  /** The one text that {@link #parse} reads. */
  String written() {
    return method + "\n" + text;
  }

  static CalendarPart parse(String written) {
    int lineEnd = written.indexOf('\n');
    return new CalendarPart(
        Method.valueOf(written.substring(0, lineEnd)), written.substring(lineEnd + 1));
  }
}
