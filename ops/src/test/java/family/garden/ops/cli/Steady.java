package family.garden.ops.cli;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a command prints, without what differs each time: "…" stands for times, sizes and counts,
 * and the folders are those of a box.
 */
final class Steady {
  /** What the doctor and the status say of the machine below, a line each or two. */
  private static final Pattern OF_THE_MACHINE =
      Pattern.compile(
          "(?m)^(WRONG|hint ) (units|power|clock|memory|disk|writable|ports): .*\\R.*\\R"
              + "|^Could not look at .*\\R"
              + "|^(The \\d+ checks that could look|\\d+ checks) found nothing.*\\R"
              + "|^Disk  .*\\R"
              // Whether there is anything to delete is a matter of seconds.
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
          // Sizes of files, which Sizes tells in the unit that fits; memory is always told in MiB.
          Map.entry(Pattern.compile("(?<=… )[kMG]?B\\b"), "MB"));

  private final Map<String, String> names;

  /**
   * Knows the names of one copy of the stack.
   *
   * @param names each with the one that is shown in its place, the longest of one beginning first
   */
  Steady(Map<String, String> names) {
    this.names = names;
  }

  String of(String said) {
    String steady = said.strip() + "\n";
    for (Map.Entry<String, String> name : names.entrySet()) {
      steady = steady.replace(name.getKey(), name.getValue());
    }
    steady = OF_THE_MACHINE.matcher(steady).replaceAll("");
    for (Map.Entry<Pattern, String> change : VOLATILE) {
      steady = change.getKey().matcher(steady).replaceAll(change.getValue());
    }
    return steady.lines().map(String::stripTrailing).collect(Collectors.joining("\n")).strip();
  }

  /** The same without the blanks that only align columns. */
  static String compared(String document) {
    return document.replaceAll(" {2,}", " ");
  }
}
