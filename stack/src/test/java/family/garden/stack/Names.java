package family.garden.stack;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in a file: of types, methods, variables, keys, settings and options. Comments and
 * sentences in strings have none. It reads with patterns, not with a parser, which is enough to
 * find a word.
 */
final class Names {
  private static final Pattern COMMENTS_AND_STRINGS =
      Pattern.compile(
          "\"\"\"(?s:.*?)\"\"\"|`[^`]*`|//[^\n]*|/\\*(?s:.*?)\\*/"
              + "|\"((?:\\\\.|[^\"\\\\\n])*)\"|'((?:\\\\.|[^'\\\\\n])*)'");

  /** A string that is a key, and no sentence or path. */
  private static final Pattern KEY = Pattern.compile("[\\w.-]+");

  private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_$][\\w$]*");
  private static final Pattern KEYS = Pattern.compile("(?m)^[\\s\"{-]*([\\w.-]+)\"?\\s*[:=]");
  private static final Pattern SQL_REST = Pattern.compile("--[^\n]*|'[^']*'");

  /** Variables, assignments, functions and options. */
  private static final Pattern SHELL =
      Pattern.compile(
          "\\$\\{?([A-Za-z_]\\w*)|(?m:^)\\s*(?:export |local )?([A-Za-z_]\\w*)="
              + "|(?m:^)([A-Za-z_]\\w*) ?\\(\\)|(?<![\\w-])--([a-z][a-z-]+)");

  private static final Pattern WORD = Pattern.compile("[A-Z]+(?![a-z])|[A-Z]?[a-z]+");

  private Names() {}

  /** The names that a file of this name has in its text. */
  static Set<String> in(String file, String text) {
    return switch (file.substring(file.lastIndexOf('.') + 1)) {
      case "java", "ts", "tsx", "js", "mjs", "c", "css" -> all(IDENTIFIER, withoutProse(text));
      case "sql" -> all(IDENTIFIER, SQL_REST.matcher(text).replaceAll(" "));
      case "yaml", "json", "properties", "service", "timer", "options" -> all(KEYS, text);
      case "md", "ics", "txt", "svg", "html", "xml", "lua", "webmanifest" -> new TreeSet<>();
      default -> all(SHELL, text.replaceAll("(?m)(^|\\s)#.*", ""));
    };
  }

  /** The words of a name, in lower case. */
  static List<String> words(String name) {
    return WORD.matcher(name).results().map(word -> word.group().toLowerCase(Locale.ROOT)).toList();
  }

  private static String withoutProse(String text) {
    return COMMENTS_AND_STRINGS
        .matcher(text)
        .replaceAll(
            found -> {
              String string = found.group(1) == null ? found.group(2) : found.group(1);
              return string != null && KEY.matcher(string).matches()
                  ? Matcher.quoteReplacement(" " + string + " ")
                  : " ";
            });
  }

  private static Set<String> all(Pattern pattern, String text) {
    Set<String> names = new TreeSet<>();
    Matcher found = pattern.matcher(text);
    while (found.find()) {
      String name = found.groupCount() == 0 ? found.group() : null;
      for (int group = 1; name == null; group++) {
        name = found.group(group);
      }
      names.add(name);
    }
    return names;
  }
}
