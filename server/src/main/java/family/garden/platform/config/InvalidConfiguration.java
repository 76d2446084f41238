package family.garden.platform.config;

import java.util.List;

/** The settings are not valid; nothing was started. */
public final class InvalidConfiguration extends Exception {
  private final List<String> problems;

  InvalidConfiguration(List<String> problems) {
    super("The configuration has %d problem(s):%n  %s".formatted(problems.size(), join(problems)));
    this.problems = List.copyOf(problems);
  }

  /** The setting {@code name} is wrong, which only another part of the service could find out. */
  public static InvalidConfiguration of(String name, String wrong, String expected) {
    Problems problems = new Problems();
    problems.add(name, wrong, expected);
    return problems.toException();
  }

  private static String join(List<String> problems) {
    return String.join(System.lineSeparator() + "  ", problems);
  }

  /** One sentence for each setting that is wrong, by its name. */
  public List<String> problems() {
    return problems;
  }
}
