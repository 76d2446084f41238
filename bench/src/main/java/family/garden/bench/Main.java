package family.garden.bench;

import family.garden.bench.gap.GapCommand;
import family.garden.local.LauncherException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./booking bench [stack|ctl|gaps|deploys] [--quick]}: measures, prints, and writes {@code
 * docs/figures.md}; {@code ./booking bench abuse} attacks a server of its own; {@code ./booking
 * bench gap …} sends requests to any site for a while.
 */
public final class Main {
  private Main() {}

  private static final String USAGE =
      """
      Usage:
      ./booking bench [stack|ctl|gaps|deploys] [--quick]
      ./booking bench abuse [--minutes 60] [--stack]
      """
          + GapCommand.USAGE;

  public static void main(String... arguments) {
    List<String> remaining = new ArrayList<>(List.of(arguments));
    boolean quick = remaining.remove("--quick");
    Path home = Path.of(System.getProperty("booking.home", "."));
    String what = remaining.isEmpty() ? "server" : remaining.removeFirst();
    try {
      switch (what) {
        case "server" -> new Benchmark(home, quick).run();
        case "stack" -> new StackBenchmark(home, quick).run();
        case "ctl" -> new CtlBenchmark(home, quick).run();
        case "gaps" -> new GapBenchmark(home, quick).run();
        case "deploys" -> new DeployBenchmark(home, quick).run();
        case "abuse" -> AbuseBenchmark.of(home, remaining).runAndWrite();
        case "gap" -> System.exit(new GapCommand(remaining).run());
        default -> throw new IllegalArgumentException(USAGE);
      }
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(64);
    } catch (AssertionError | Failure | LauncherException | IllegalStateException | IOException e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
