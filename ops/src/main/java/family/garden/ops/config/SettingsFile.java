package family.garden.ops.config;

import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of lines {@code NAME=value}: settings.env and images.env. Compose reads the same files,
 * and so does request-certificate; a line that one of them would read in another way is refused. A
 * value may stand in single or double quotes; nothing in it is replaced.
 */
public final class SettingsFile {
  private static final Pattern LINE =
      Pattern.compile("[ \\t]*([A-Z][A-Z0-9_]*)=[ \\t]*(.*?)[ \\t]*", Pattern.DOTALL);
  private static final Pattern NOTHING = Pattern.compile("[ \\t]*(#.*)?", Pattern.DOTALL);

  /**
   * In single quotes everything but these; in double quotes no $ either, which Compose replaces.
   */
  private static final Pattern QUOTED = Pattern.compile("'([^'\\\\]*)'|\"([^\"\\\\$]*)\"");

  /** Outside of quotes: no character with a meaning for Compose or a shell. */
  private static final Pattern BARE = Pattern.compile("[^'\"`$#\\\\]*");

  private SettingsFile() {}

  /**
   * Reads all settings in their order; the last line of a name counts.
   *
   * @throws OpsException if it cannot be read, or has invalid lines; the message names all of them
   */
  public static Map<String, String> read(Path file) throws OpsException {
    Problems problems = new Problems(file);
    Map<String, String> values;
    try {
      values = read(file, problems);
    } catch (IOException e) {
      throw OpsException.refused(
          "read the settings in " + file,
          "the file is missing or cannot be read (" + e.getMessage() + ")",
          "Name the file with --settings or BOOKING_SETTINGS, or run \"bookingctl provision\".");
    }
    problems.throwIfAny();
    return values;
  }

  static Map<String, String> readValid(Path file, Problems problems) {
    try {
      return read(file, problems);
    } catch (IOException e) {
      problems.add(file.toString(), "cannot be read (" + e.getMessage() + ")");
      return Map.of();
    }
  }

  private static Map<String, String> read(Path file, Problems problems) throws IOException {
    String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
    Map<String, String> values = new LinkedHashMap<>();
    int number = 0;
    for (String each : List.of(text.split("\n", -1))) {
      number++;
      String line = each.endsWith("\r") ? each.substring(0, each.length() - 1) : each;
      Matcher matcher = LINE.matcher(line);
      if (!matcher.matches()) {
        if (!NOTHING.matcher(line).matches()) {
          problems.add("Line " + number, "expected NAME=value or # and a comment");
        }
        continue;
      }
      Optional<String> wrong = wrongWith(matcher.group(2));
      if (wrong.isPresent()) {
        problems.add("Line " + number + ", " + matcher.group(1), wrong.get());
      } else {
        values.put(matcher.group(1), unquoted(matcher.group(2)));
      }
    }
    return values;
  }

  /** Why another program might read a value differently. */
  private static Optional<String> wrongWith(String value) {
    if (value.codePoints().anyMatch(SettingsFile::isUnusual)) {
      return Optional.of("has a control character or an unusual blank");
    }
    if (value.startsWith("'") || value.startsWith("\"")) {
      return QUOTED.matcher(value).matches()
          ? Optional.empty()
          : Optional.of(
              "expected one quoted value and nothing after it, without a backslash, the same quote"
                  + " or, in double quotes, $");
    }
    return BARE.matcher(value).matches()
        ? Optional.empty()
        : Optional.of(
            "a value with a quote, #, $, ` or backslash must be in single quotes, and a comment"
                + " on a line of its own");
  }

  private static boolean isUnusual(int character) {
    return character != ' '
        && (Character.isISOControl(character)
            || Character.isWhitespace(character)
            || Character.isSpaceChar(character)
            || character == '\uFFFD'
            || character == '\uFEFF');
  }

  private static String unquoted(String value) {
    return value.startsWith("'") || value.startsWith("\"")
        ? value.substring(1, value.length() - 1)
        : value;
  }
}
