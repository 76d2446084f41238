package family.garden.platform.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Reads settings by name from the environment, or from the file that {@code NAME_FILE} points to. A
 * wrong setting is added to the problems and replaced by the default, so that all settings are
 * read.
 */
final class Settings {
  private final Map<String, String> environment;
  private final Problems problems;

  Settings(Map<String, String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /** The text of the setting, without surrounding white space; null if it is absent or blank. */
  @Nullable String optional(String name) {
    String value = environment.get(name);
    String file = environment.get(name + "_FILE");
    if (value != null && file != null) {
      problems.add(name, "set twice, also by " + name + "_FILE", "one of the two");
      return null;
    }
    if (file != null) {
      value = read(name, file);
    }
    return value == null || value.isBlank() ? null : value.strip();
  }

  private @Nullable String read(String name, String file) {
    try {
      return Files.readString(Path.of(file));
    } catch (IOException e) {
      problems.add(name + "_FILE", file + " cannot be read", "a readable file");
      return null;
    }
  }

  /** The file that a setting is read from; null if there is none. */
  @Nullable Path file(String name) {
    String file = environment.get(name + "_FILE");
    return file == null ? null : Path.of(file);
  }

  String required(String name, String expected) {
    String value = optional(name);
    if (value == null) {
      problems.add(name, "missing", expected);
      return "";
    }
    return value;
  }

  /** The setting as a T; {@code parse} throws a RuntimeException if it cannot read the text. */
  <T> T parsed(String name, T fallback, String expected, Function<String, T> parse) {
    String value = optional(name);
    if (value == null) {
      return fallback;
    }
    try {
      return parse.apply(value);
    } catch (RuntimeException e) {
      problems.add(name, "\"" + value + "\" cannot be used", expected);
      return fallback;
    }
  }

  int number(String name, int fallback, int least, int most) {
    String expected = "a whole number from " + least + " to " + most;
    int number = parsed(name, fallback, expected, Integer::parseInt);
    if (number < least || number > most) {
      problems.add(name, number + " is out of range", expected);
      return fallback;
    }
    return number;
  }

  /** Host names, in lower case; none if the setting is absent. */
  Set<String> hosts(String name) {
    return parsed(
        name,
        Set.of(),
        "host names, separated by commas",
        value -> {
          Set<String> hosts = new HashSet<>();
          for (String host : value.toLowerCase(Locale.ROOT).split(",", -1)) {
            if (!host.strip().matches("[a-z0-9._:-]+")) {
              throw new IllegalArgumentException(host);
            }
            hosts.add(host.strip());
          }
          return Set.copyOf(hosts);
        });
  }
}
