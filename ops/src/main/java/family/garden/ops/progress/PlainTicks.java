package family.garden.ops.progress;

import family.garden.ops.result.Times;
import java.io.PrintStream;
import java.time.Duration;

/**
 * For a file, a pipe or systemd's journal: whole lines, without any escape code.
 *
 * @param verbose whether beginnings and parts are lines as well
 */
record PlainTicks(PrintStream out, boolean verbose) implements Ticks {
  @Override
  public void begins(String what) {
    if (verbose) {
      out.println("> " + what);
    }
  }

  @Override
  public void part(String what) {
    if (verbose) {
      out.println(">   " + what);
    }
  }

  @Override
  public void ends(boolean good, String what, Duration took) {
    out.println(ended(out, good, what, took));
  }

  @Override
  public void info(String line) {
    out.println(line);
  }

  @Override
  public void warning(String line) {
    out.println(line);
  }

  /** The line of a step that has ended. */
  static String ended(PrintStream out, boolean good, String what, Duration took) {
    boolean hasMarks = out.charset().newEncoder().canEncode('✓');
    String mark = hasMarks ? good ? "✓" : "✗" : good ? "ok" : "FAILED";
    return "%s %s  %s".formatted(mark, what, Times.format(took));
  }
}
