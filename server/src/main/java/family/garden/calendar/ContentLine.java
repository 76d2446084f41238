package family.garden.calendar;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One property of a calendar (RFC 5545, section 3.1): {@code NAME;PARAMETER=text:value}.
 *
 * @param name in capitals
 * @param parameters by their names in capitals, without quotes
 */
record ContentLine(String name, Map<String, String> parameters, String value) {

  /** The name that a line begins with, in capitals; not yet known to be a property. */
  static String nameOf(String line) {
    int end = 0;
    while (end < line.length() && ":;".indexOf(line.charAt(end)) < 0) {
      end++;
    }
    return line.substring(0, end).strip().toUpperCase(Locale.ROOT);
  }

  /**
   * The property that a line is.
   *
   * @param dates whether its value is dates, which have no colon: then the last colon begins it,
   *     for some programs write names of time zones with a colon and without quotes
   */
  static ContentLine of(String line, boolean dates) {
    int colon = dates ? line.lastIndexOf(':') : firstColon(line);
    String head = colon < 0 ? line : line.substring(0, colon);
    Map<String, String> parameters = new HashMap<>();
    int begin = next(head, 0, ';');
    while (begin < head.length()) {
      int end = next(head, begin + 1, ';');
      parameter(head.substring(begin + 1, end), parameters);
      begin = end;
    }
    return new ContentLine(
        nameOf(line), parameters, colon < 0 ? "" : line.substring(colon + 1).strip());
  }

  private static int firstColon(String line) {
    int colon = next(line, 0, ':');
    return colon < line.length() ? colon : line.indexOf(':');
  }

  /** Where {@code searched} comes next outside of quotes; the length if nowhere. */
  private static int next(String text, int from, char searched) {
    boolean quoted = false;
    for (int i = from; i < text.length(); i++) {
      char character = text.charAt(i);
      if (character == '"') {
        quoted = !quoted;
      } else if (character == searched && !quoted) {
        return i;
      }
    }
    return text.length();
  }

  private static void parameter(String text, Map<String, String> parameters) {
    int equals = text.indexOf('=');
    if (equals > 0) {
      parameters.put(
          text.substring(0, equals).strip().toUpperCase(Locale.ROOT),
          text.substring(equals + 1).replace("\"", "").strip());
    }
  }

  @Nullable String parameter(String key) {
    return parameters.get(key);
  }
}
