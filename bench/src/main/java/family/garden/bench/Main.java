package family.garden.bench;

import family.garden.local.Trouble;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./booking bench [stack | ctl] [--quick]}: measures, prints, and writes {@code
 * docs/figures.md}.
 */
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    List<String> asked = new ArrayList<>(List.of(arguments));
    boolean stack = asked.remove("stack");
    boolean ctl = asked.remove("ctl");
    boolean quick = asked.remove("--quick");
    if (!asked.isEmpty() || (stack && ctl)) {
      System.err.println("Usage: ./booking bench [stack | ctl] [--quick]");
      System.exit(64);
    }
    Path home = Path.of(System.getProperty("booking.home", "."));
    try {
      if (stack) {
        new StackBenchmark(home, quick).run();
      } else if (ctl) {
        new CtlBenchmark(home, quick).run();
      } else {
        new Benchmark(home, quick).run();
      }
    } catch (Failure | Trouble e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
