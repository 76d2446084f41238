package family.garden.bench;

import family.garden.local.Trouble;
import java.nio.file.Path;

/** {@code ./booking bench [--quick]}: measures, prints, and writes {@code docs/figures.md}. */
public final class Main {
  private Main() {}

  public static void main(String... arguments) {
    boolean quick = arguments.length == 1 && arguments[0].equals("--quick");
    if (arguments.length > 0 && !quick) {
      System.err.println("Usage: ./booking bench [--quick]");
      System.exit(64);
    }
    Path home = Path.of(System.getProperty("booking.home", "."));
    try {
      new Benchmark(home, quick).run();
    } catch (Failure | Trouble e) {
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }
}
