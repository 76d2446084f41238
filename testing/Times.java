import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * Where the time of the tests went, from the reports that Maven wrote; {@code ./booking test times}
 * runs it. It prints the slowest classes, and with {@code --all} every one. With {@code --whole} it
 * fails where a class of tests in the sources has no report, or a report has no test: then the run
 * left something out. With {@code --ran} and names, as {@code -Dit.test} takes them, it only says
 * when each of these ran, and fails for a name that no class has.
 */
final class Times {
  private static final List<String> MODULES =
      List.of("server", "local", "testkit", "bench", "e2e", "stack", "ops");
  private static final int SLOWEST = 25;

  /** One class of tests; the time in seconds, with what it starts and stops. */
  private record Row(
      String module,
      String name,
      boolean unit,
      int tests,
      int failed,
      int skipped,
      double time,
      Instant written) {}

  private Times() {}

  public static void main(String[] arguments) throws Exception {
    List<String> words = new ArrayList<>(List.of(arguments));
    boolean whole = words.remove("--whole");
    boolean all = words.remove("--all");
    int ran = words.indexOf("--ran");
    if (ran == words.size() - 1 && ran >= 0) {
      System.err.println("--ran needs names of classes, like --ran SiteIT,NewBoxIT.");
      System.exit(64);
    }
    String named = ran < 0 ? "" : words.remove(ran + 1);
    words.remove("--ran");
    Path home = Path.of(words.isEmpty() ? "." : words.getFirst());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    List<Row> rows = read(home);
    if (rows.isEmpty()) {
      System.err.println(
          "Tried to read */target/*-reports, failed because there are none. Run ./booking test.");
      System.exit(66);
    }
    List<String> problems = new ArrayList<>();
    if (ran >= 0) {
      problems.addAll(notRun(out, rows, named));
    } else {
      print(out, rows, all);
    }
    if (whole) {
      problems.addAll(problems(home, rows));
    }
    problems.forEach(System.err::println);
    System.exit(problems.isEmpty() ? 0 : 1);
  }

  private static List<Row> read(Path home)
      throws IOException, ParserConfigurationException, SAXException {
    List<Row> rows = new ArrayList<>();
    for (String module : MODULES) {
      for (String kind : List.of("surefire", "failsafe")) {
        for (Path report : files(home.resolve(module + "/target/" + kind + "-reports"), "TEST-")) {
          Element suite =
              DocumentBuilderFactory.newDefaultInstance()
                  .newDocumentBuilder()
                  .parse(report.toFile())
                  .getDocumentElement();
          Instant written = Files.getLastModifiedTime(report).toInstant();
          rows.add(row(module, kind.equals("surefire"), suite, written));
        }
      }
    }
    return rows;
  }

  private static Row row(String module, boolean unit, Element suite, Instant written) {
    NodeList tests = suite.getElementsByTagName("testcase");
    return new Row(
        module,
        suite.getAttribute("name"),
        unit,
        tests.getLength(),
        suite.getElementsByTagName("failure").getLength()
            + suite.getElementsByTagName("error").getLength(),
        suite.getElementsByTagName("skipped").getLength(),
        Double.parseDouble(suite.getAttribute("time").replace(",", "")),
        written);
  }

  private static List<Path> files(Path folder, String begin) throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(each -> each.getFileName().toString().matches(begin + ".*\\.xml"))
          .sorted()
          .toList();
    }
  }

  private static void print(PrintStream out, List<Row> rows, boolean all) {
    out.println("| Module | Classes | Tests | Failed | Skipped | Seconds, one after the other |");
    out.println("|---|--:|--:|--:|--:|--:|");
    Map<String, List<Row>> groups = new LinkedHashMap<>();
    for (Row row : rows) {
      String group = row.module() + (row.unit() ? ", unit" : "");
      groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(row);
    }
    groups.forEach((group, its) -> out.println(line(group, its)));
    out.println(line("All", rows));
    out.println();
    out.println("| Class | Module | Tests | Seconds |");
    out.println("|---|---|--:|--:|");
    rows.stream()
        .sorted(Comparator.comparingDouble(Row::time).reversed())
        .limit(all ? rows.size() : SLOWEST)
        .forEach(
            row ->
                out.printf(
                    Locale.ROOT,
                    "| %s | %s | %d | %.0f |%n",
                    simple(row.name()),
                    row.module(),
                    row.tests(),
                    row.time()));
  }

  private static String line(String group, Collection<Row> rows) {
    return String.format(
        Locale.ROOT,
        "| %s | %d | %d | %d | %d | %.0f |",
        group,
        rows.size(),
        rows.stream().mapToInt(Row::tests).sum(),
        rows.stream().mapToInt(Row::failed).sum(),
        rows.stream().mapToInt(Row::skipped).sum(),
        rows.stream().mapToDouble(Row::time).sum());
  }

  /** Says when each named class ran, and returns a sentence for each name without a test. */
  private static List<String> notRun(PrintStream out, List<Row> rows, String names) {
    List<String> problems = new ArrayList<>();
    for (String name : names.split("[, ]+")) {
      String type = name.replaceFirst("#.*", "").replaceFirst("\\.(java|class)$", "");
      // "None" is for no unit test, and "!" leaves some out.
      if (type.isEmpty() || type.equals("None") || type.startsWith("!")) {
        continue;
      }
      Predicate<String> fits = matcher(type.substring(type.lastIndexOf('/') + 1));
      List<Row> its =
          rows.stream()
              .filter(row -> fits.test(row.name()) || fits.test(simple(row.name())))
              .filter(row -> row.tests() > 0)
              .toList();
      its.forEach(
          row ->
              out.printf(
                  "%s of %s: %d tests, %d failed, %d skipped; reported %s%n",
                  simple(row.name()),
                  row.module(),
                  row.tests(),
                  row.failed(),
                  row.skipped(),
                  row.written().truncatedTo(ChronoUnit.SECONDS)));
      if (its.isEmpty()) {
        problems.add("No test of \"" + name + "\" ran. Is there a class of that name?");
      }
    }
    return problems;
  }

  private static Predicate<String> matcher(String type) {
    return Pattern.compile(
            Pattern.quote(type).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q"))
        .asMatchPredicate();
  }

  private static String simple(String name) {
    return name.substring(name.lastIndexOf('.') + 1);
  }

  /** Classes of tests that were not run, each a sentence. */
  private static List<String> problems(Path home, List<Row> rows) throws IOException {
    Map<String, Row> ran = new TreeMap<>();
    List<String> problems = new ArrayList<>();
    for (Row row : rows) {
      if (ran.put(row.module() + " " + row.name(), row) != null) {
        problems.add(row.name() + " of " + row.module() + " ran twice.");
      }
      if (row.tests() == 0) {
        problems.add(row.name() + " of " + row.module() + " ran without a test.");
      }
    }
    for (String module : MODULES) {
      for (String name : classes(home.resolve(module + "/src/test/java"))) {
        if (!ran.containsKey(module + " " + name)) {
          problems.add(name + " of " + module + " has no report: it did not run.");
        }
      }
    }
    return problems;
  }

  private static Set<String> classes(Path sources) throws IOException {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> all = Files.walk(sources)) {
      for (Path file : all.filter(each -> each.toString().matches(".*(IT|Test)\\.java")).toList()) {
        if (Files.readString(file).matches("(?s).*\\n(final )?class .*")) {
          names.add(sources.relativize(file).toString().replace(".java", "").replace('/', '.'));
        }
      }
    }
    return names;
  }
}
