package family.garden.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * docs/settings.md has each setting that the sources read, with its default and the range of a
 * number.
 */
class SettingsDocumentTest {
  private static final Path ROOT = Path.of("..");
  private static final String JAVA = "src/main/java/family/garden";

  /** Name, meaning, default, unit and range, reader. */
  private static final Pattern ROW =
      Pattern.compile(
          "\\| `(BOOKING_[A-Z_]+)` \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\| ([^|]+) \\|");

  private static final Pattern NAME = Pattern.compile("\\bBOOKING_[A-Z_]*[A-Z]\\b");
  private static final Pattern CONSTANT =
      Pattern.compile("static final String (\\w+) =\\s*(\"BOOKING_[A-Z_]+\");");

  /** How both modules read a setting: method, name, next argument and two bounds. */
  private static final Pattern CALL =
      Pattern.compile(
          "\\b(?:settings|reader)\\s*\\.(number|seconds|matching|text|path|parsed|hosts|optional"
              + "|optionalPath|required|address)\\(\\s*\"(BOOKING_[A-Z_]+)\""
              + "(?:,\\s*([\\w.]*\\(\"[^\"]*\"\\)|\"[^\"]*\"|[\\w.]+))?"
              + "(?:,\\s*([\\d_]+),\\s*([\\d_]+)\\))?");

  private static final Pattern ENVIRONMENT =
      Pattern.compile("\\b(?:getenv|answerTo)\\(\"(BOOKING_[A-Z_]+)\"");
  private static final Pattern SHELL =
      Pattern.compile("\\$\\{(BOOKING_[A-Z_]+)(?::([-?])([^}]*))?}");

  /** The folder of a default that is a file name. */
  private static final Map<String, String> FOLDERS =
      Map.of(
          "settings.resolveSibling", "/etc/booking/",
          "secrets.resolve", "/etc/booking/secrets/",
          "var.resolve", "/var/lib/booking/",
          "Path.of", "",
          "ZoneId.of", "",
          "", "");

  /** Their defaults depend on another setting, or are defined in another place. */
  private static final Set<String> COMPUTED =
      Set.of(
          "server BOOKING_PUBLIC_URL",
          "bookingctl BOOKING_NOTIFY_MAIL_FROM",
          "bookingctl BOOKING_NOTIFY_MAIL_PORT",
          "bookingctl BOOKING_SETTINGS",
          "bookingctl BOOKING_PROVISION");

  /** A group of settings in a message, and variables of the build. */
  private static final Set<String> NO_SETTINGS =
      Set.of("BOOKING_OIDC", "BOOKING_BUILT", "BOOKING_VERSION");

  /**
   * A row of the page.
   *
   * @param range the cell of unit and range
   */
  private record Row(String name, String fallback, String range, Set<String> readers) {}

  /**
   * A setting as the source reads it.
   *
   * @param fallback as the page writes it; null if the pattern does not find it
   * @param range like "1 to 50"; empty where it is no number
   */
  private record Read(String name, @Nullable String fallback, String range) {}

  @Test
  void hasWhatTheServerReads() throws IOException {
    compare("server", calls("server/" + JAVA + "/platform/config"));
  }

  @Test
  void hasWhatBookingctlReads() throws IOException {
    List<Read> reads = calls("ops/" + JAVA + "/ops/config");
    ENVIRONMENT
        .matcher(text("ops/" + JAVA))
        .results()
        .forEach(one -> reads.add(new Read(one.group(1), "none", "")));
    compare("bookingctl", reads);
  }

  @Test
  void hasWhatTheComposeFileReads() throws IOException {
    compare("stack", inShell("stack/compose.yaml"));
  }

  @Test
  void hasWhatTheTestbedReads() throws IOException {
    List<Read> reads = inShell("stack/testbed");
    reads.removeIf(read -> read.fallback() == null || NO_SETTINGS.contains(read.name()));
    compare("testbed", reads);
  }

  /** A name in the sources that is nowhere on the page fails, however it is read. */
  @Test
  void hasEachNameInTheSources() throws IOException {
    Set<String> known = new TreeSet<>(NO_SETTINGS);
    for (Row row : rows()) {
      known.add(row.name());
      if (row.readers().contains("server")) {
        known.add(row.name() + "_FILE");
      }
    }
    for (String place :
        List.of(
            "server/src/main/java",
            "ops/src/main/java",
            "local/src/main/java",
            "bench/src/main/java",
            "stack/compose.yaml",
            "stack/podman/compose.yaml",
            "stack/testbed")) {
      assertThat(names(NAME, text(place))).as(place).isSubsetOf(known);
    }
  }

  private static void compare(String reader, List<Read> reads) throws IOException {
    List<Row> rows = rows().stream().filter(row -> row.readers().contains(reader)).toList();
    assertThat(rows)
        .as("docs/settings.md, what is read by %s", reader)
        .extracting(Row::name)
        .containsExactlyInAnyOrderElementsOf(
            reads.stream().map(Read::name).collect(Collectors.toSet()));
    for (Row row : rows) {
      for (Read read : reads) {
        if (read.name().equals(row.name())) {
          assertThat(row.range()).as("range of %s", row.name()).endsWith(read.range());
          if (read.fallback() != null && !COMPUTED.contains(reader + " " + row.name())) {
            assertThat(row.fallback()).as("default of %s", row.name()).isEqualTo(read.fallback());
          }
        }
      }
    }
  }

  private static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (String line : Files.readAllLines(ROOT.resolve("docs/settings.md"))) {
      Matcher row = ROW.matcher(line);
      if (row.matches()) {
        rows.add(
            new Row(row.group(1), row.group(3), row.group(4), Set.of(row.group(5).split(", "))));
      } else {
        assertThat(line).as("a row of five cells").doesNotStartWith("| `");
      }
    }
    return rows;
  }

  private static List<Read> calls(String folder) throws IOException {
    String source = text(folder);
    for (MatchResult one : CONSTANT.matcher(source).results().toList()) {
      source = source.replaceAll("(optional|text)\\(" + one.group(1) + "\\b", "$1(" + one.group(2));
    }
    List<Read> reads = new ArrayList<>();
    for (MatchResult call : CALL.matcher(source).results().toList()) {
      String range =
          call.group(4) == null ? "" : plain(call.group(4)) + " to " + plain(call.group(5));
      reads.add(new Read(call.group(2), fallback(call), range));
    }
    assertThat(reads)
        .as("each name in quotes is read in a way that this test knows")
        .extracting(Read::name)
        .containsAll(names(Pattern.compile("(?<=\")BOOKING_[A-Z_]+(?=\")"), source));
    return reads;
  }

  private static String fallback(MatchResult call) {
    String argument = call.group(3) == null ? "" : call.group(3);
    return switch (call.group(1)) {
      case "required", "address" -> "required";
      case "optional", "optionalPath", "hosts" -> "none";
      default -> {
        if (argument.equals("null")) {
          yield "required";
        }
        Matcher literal = Pattern.compile("([\\w.]*)\\(?\"([^\"]*)\"\\)?").matcher(argument);
        if (literal.matches()) {
          yield value(FOLDERS.get(literal.group(1)) + literal.group(2));
        }
        yield argument.equals("Networks.NONE") ? "none" : value(plain(argument));
      }
    };
  }

  private static List<Read> inShell(String place) throws IOException {
    List<Read> reads = new ArrayList<>();
    for (MatchResult one : SHELL.matcher(text(place)).results().toList()) {
      String fallback =
          switch (one.group(2)) {
            case null -> null;
            case "?" -> "required";
            default -> value(one.group(3).equals("/dev/null") ? "" : one.group(3));
          };
      reads.add(new Read(one.group(1), fallback, ""));
    }
    return reads;
  }

  /** A default as the page writes it. */
  private static String value(String text) {
    return text.isEmpty() ? "none" : "`" + text + "`";
  }

  private static String plain(String number) {
    return number.replace("_", "");
  }

  private static Set<String> names(Pattern pattern, String text) {
    return pattern
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** A file, or all files below a folder. */
  private static String text(String place) throws IOException {
    StringBuilder all = new StringBuilder();
    try (Stream<Path> files = Files.walk(ROOT.resolve(place))) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        all.append(Files.readString(file)).append('\n');
      }
    }
    return all.toString();
  }
}
