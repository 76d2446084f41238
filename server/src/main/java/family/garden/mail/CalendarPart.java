package family.garden.mail;

import family.garden.calendar.StayCalendar.Method;

/**
 * A calendar attached to a letter.
 *
 * @param text after RFC 5545
 */
record CalendarPart(Method method, String text) {
  /** Both in one text, which {@link #parse} reads. */
  String written() {
    return method + "\n" + text;
  }

  static CalendarPart parse(String written) {
    int lineEnd = written.indexOf('\n');
    return new CalendarPart(
        Method.valueOf(written.substring(0, lineEnd)), written.substring(lineEnd + 1));
  }
}
