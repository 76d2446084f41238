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
 * Reads settings by name from the environment, or from the file that {@code NAME_FILE} points to.
 * What is wrong is noted, not thrown, and the default taken, so that reading goes on to the end.
 */
final class Settings {
  private final Map<String, String> environment;
  private final Problems problems;

  Settings(Map<String, String> environment, Problems problems) {
    this.environment = environment;
    this.problems = problems;
  }

  /**
   * The setting as it stands, without surrounding white space; null where it is absent or blank.
   */
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

  /** The file that a setting comes from; null where none is named. */
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

  /**
   * The setting turned into a T; {@code parse} throws a RuntimeException on what it cannot read.
   */
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

  /** Names of hosts, in lower case; none where the setting is absent. */
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
