package family.garden.platform.config;

import java.util.List;

/** The settings cannot be used; nothing was started. */
public final class InvalidConfiguration extends Exception {
  private final List<String> problems;

  InvalidConfiguration(List<String> problems) {
    super("The configuration has %d problem(s):%n  %s".formatted(problems.size(), join(problems)));
    this.problems = List.copyOf(problems);
  }

  private static String join(List<String> problems) {
    return String.join(System.lineSeparator() + "  ", problems);
  }

  /** One sentence for each setting that is wrong, by its name. */
  public List<String> problems() {
    return problems;
  }
}
