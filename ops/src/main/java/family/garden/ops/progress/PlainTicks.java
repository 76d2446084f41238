package family.garden.ops.progress;

import family.garden.ops.result.Times;
import java.io.PrintStream;
import java.time.Duration;

/** For a file, a pipe or systemd's journal: whole lines, without escape codes. */
record PlainTicks(PrintStream out, Detail detail) implements Ticks {
  /** How much is shown; each level also shows what is shown by those before it. */
  enum Detail {
    WARNINGS,
    STEPS,
    PARTS
  }

  private void print(Detail least, String line) {
    if (detail.compareTo(least) >= 0) {
      out.println(line);
    }
  }

  @Override
  public void begins(String what) {
    print(Detail.PARTS, "> " + what);
  }

  @Override
  public void part(String what) {
    print(Detail.PARTS, ">   " + what);
  }

  @Override
  public void ends(boolean good, String what, Duration took) {
    print(Detail.STEPS, ended(out, good, what, took));
  }

  @Override
  public void info(String line) {
    print(Detail.STEPS, line);
  }

  @Override
  public void warning(String line) {
    print(Detail.WARNINGS, line);
  }

  static String ended(PrintStream out, boolean good, String what, Duration took) {
    boolean hasMarks = out.charset().newEncoder().canEncode('✓');
    String mark = hasMarks ? good ? "✓" : "✗" : good ? "ok" : "FAILED";
    return "%s %s  %s".formatted(mark, what, Times.format(took));
  }
}
