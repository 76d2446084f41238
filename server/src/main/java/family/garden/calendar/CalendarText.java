package family.garden.calendar;

/**
 * Text of a calendar, line by line: they end with CRLF and are folded at 75 octets, never inside a
 * character (RFC 5545, section 3.1).
 */
final class CalendarText {
  private static final int MOST_OCTETS = 75;

  private final StringBuilder text = new StringBuilder();

  /** A line whose value has a form of its own: a date, a word, a number. */
  CalendarText line(String name, Object value) {
    String line = name + ":" + value;
    int octets = 0;
    for (int i = 0; i < line.length(); i += Character.charCount(line.codePointAt(i))) {
      int character = line.codePointAt(i);
      int more = octets(character);
      if (octets + more > MOST_OCTETS) {
        text.append("\r\n ");
        octets = 1;
      }
      text.appendCodePoint(character);
      octets += more;
    }
    text.append("\r\n");
    return this;
  }

  /** A line with words in it (section 3.3.11). */
  CalendarText words(String name, String words) {
    return line(
        name,
        words
            .replace("\\", "\\\\")
            .replace(";", "\\;")
            .replace(",", "\\,")
            .replace("\r\n", "\n")
            .replace("\r", "\n")
            .replace("\n", "\\n"));
  }

  private static int octets(int character) {
    if (character < 0x80) {
      return 1;
    }
    if (character < 0x800) {
      return 2;
    }
    return character < 0x10000 ? 3 : 4;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
