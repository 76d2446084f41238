package family.garden.ops.config;

import family.garden.ops.report.Trouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of lines {@code NAME=value}, as Compose reads them: settings.env and images.env. A value
 * may stand in single or double quotes; nothing in it is replaced.
 */
public final class SettingsFile {
  private static final Pattern LINE = Pattern.compile("([A-Z][A-Z0-9_]*)=(.*)");

  private SettingsFile() {}

  /**
   * Reads all of it, in its order.
   *
   * @throws Trouble if it cannot be read, or lines are no settings; all of those are named
   */
  public static Map<String, String> read(Path file) throws Trouble {
    List<String> lines;
    try {
      lines = Files.readAllLines(file);
    } catch (IOException e) {
      throw Trouble.refused(
          "read the settings in " + file,
          "there is no such file that can be read (" + e.getMessage() + ")",
          "Name the file with --settings or BOOKING_SETTINGS, or run \"bookingctl provision\".");
    }
    Map<String, String> values = new LinkedHashMap<>();
    Problems problems = new Problems(file);
    for (int number = 1; number <= lines.size(); number++) {
      String line = lines.get(number - 1).strip();
      Matcher matcher = LINE.matcher(line);
      if (matcher.matches()) {
        values.put(matcher.group(1), unquoted(matcher.group(2).strip()));
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        problems.add("Line " + number, "expected NAME=value or # and a comment");
      }
    }
    problems.throwIfAny();
    return values;
  }

  private static String unquoted(String value) {
    if (value.length() >= 2
        && (value.startsWith("'") || value.startsWith("\""))
        && value.charAt(0) == value.charAt(value.length() - 1)) {
      return value.substring(1, value.length() - 1);
    }
    return value;
  }
}
