package family.garden.platform.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The methods of a path, for the {@code Allow} header that RFC 9110 requires of a 405 and Quarkus
 * does not send. They are read from the lines of openapi.yaml, because there is no other list of
 * them; a 405 is rare enough to read the file each time.
 */
final class AllowedMethods {
  private static final Pattern PATH = Pattern.compile("  (/\\S*):");
  private static final Pattern METHOD = Pattern.compile("    (get|put|post|delete|patch):");

  private AllowedMethods() {}

  /** Like {@code GET, HEAD, POST}; empty for a path that is not described. */
  static Optional<String> of(String path) {
    Map<String, Set<String>> found = new LinkedHashMap<>();
    @Nullable String current = null;
    for (String line : lines()) {
      Matcher described = PATH.matcher(line);
      if (described.matches()) {
        current = matches(described.group(1), path) ? described.group(1) : null;
      }
      Matcher method = METHOD.matcher(line);
      if (current != null && method.matches()) {
        add(found.computeIfAbsent(current, key -> new TreeSet<>()), method.group(1));
      }
    }
    // A literal path takes precedence over a template with a parameter.
    Set<String> exact = found.get(path);
    return exact != null
        ? Optional.of(String.join(", ", exact))
        : found.values().stream().findFirst().map(methods -> String.join(", ", methods));
  }

  private static void add(Set<String> methods, String method) {
    methods.add(method.toUpperCase(Locale.ROOT));
    if (method.equals("get")) {
      methods.add("HEAD");
    }
  }

  private static boolean matches(String template, String path) {
    return path.matches("\\Q" + template.replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q") + "\\E");
  }

  private static Iterable<String> lines() {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(
                    AllowedMethods.class.getResourceAsStream("/openapi.yaml"),
                    "openapi.yaml is not in the jar"),
                StandardCharsets.UTF_8))) {
      return reader.lines().takeWhile(line -> !line.equals("components:")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
