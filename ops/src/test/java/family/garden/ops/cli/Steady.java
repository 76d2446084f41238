package family.garden.ops.cli;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The output of a command without what differs between runs: "…" replaces times, sizes and counts,
 * and folders are those of a box.
 */
final class Steady {
  /** Lines of the doctor and the status about the machine that runs the test. */
  private static final Pattern OF_THE_MACHINE =
      Pattern.compile(
          "(?m)^(WRONG|hint ) (units|power|clock|memory|disk|writable|ports): .*\\R.*\\R"
              + "|^Could not look at .*\\R"
              + "|^(The \\d+ checks that could look|\\d+ checks) found nothing.*\\R"
              + "|^Disk  .*\\R"
              // Whether there is anything to delete depends on the second.
              + "|^Deleted what need not be kept\\R");

  private static final List<Map.Entry<Pattern, String>> VOLATILE =
      List.of(
          Map.entry(Pattern.compile("\\d{8}T?-?\\d{6}Z?(?=-(base|dump))"), "…"),
          Map.entry(Pattern.compile("(?<=version )\\d\\S*\\w"), "…"),
          Map.entry(Pattern.compile("17\\.before-\\S*\\w"), "17.before-…"),
          Map.entry(
              Pattern.compile("\\d{4}-\\d\\d-\\d\\d[T ]\\d\\d:\\d\\d(:\\d\\d(\\.\\d+)?)?Z?"), "…"),
          Map.entry(Pattern.compile("(sha256:)?\\b[0-9a-f]{12,64}\\b"), "…"),
          Map.entry(Pattern.compile("(?<![\\w./-])\\d+ min (?=\\d)"), ""),
          Map.entry(
              Pattern.compile("(?<![\\w./-])\\d[\\d,]*(\\.\\d+)?(?![\\w.]*\\d)(?= |\\b)"), "…"),
          // Sizes of files, for which Sizes chooses the unit; memory is always in MiB.
          Map.entry(Pattern.compile("(?<=… )[kMG]?B\\b"), "MB"));

  private final Map<String, String> names;

  /**
   * Replaces the names of one copy of the stack.
   *
   * @param names each with its replacement; of names with a common prefix the longest comes first
   */
  Steady(Map<String, String> names) {
    this.names = names;
  }

  String of(String output) {
    String steady = output.strip() + "\n";
    for (Map.Entry<String, String> name : names.entrySet()) {
      steady = steady.replace(name.getKey(), name.getValue());
    }
    steady = OF_THE_MACHINE.matcher(steady).replaceAll("");
    for (Map.Entry<Pattern, String> change : VOLATILE) {
      steady = change.getKey().matcher(steady).replaceAll(change.getValue());
    }
    return steady.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).strip();
  }

  /** The text without the blanks that align columns. */
  static String compared(String document) {
    return document.replaceAll(" {2,}", " ");
  }
}
