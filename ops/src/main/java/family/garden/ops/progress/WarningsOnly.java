package family.garden.ops.progress;

import java.io.PrintStream;
import java.time.Duration;

/** What {@code --quiet} leaves. */
record WarningsOnly(PrintStream out) implements Ticks {
  @Override
  public void begins(String what) {}

  @Override
  public void part(String what) {}

  @Override
  public void ends(boolean good, String what, Duration took) {}

  @Override
  public void info(String line) {}

  @Override
  public void warning(String line) {
    out.println(line);
  }
}
