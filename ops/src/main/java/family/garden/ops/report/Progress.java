package family.garden.ops.report;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * Names what begins now, with the seconds since the beginning; on the error stream, a line each.
 */
public final class Progress {
  private final PrintStream out;
  private final boolean quiet;
  private final long begun = System.nanoTime();
  private volatile boolean touched;

  public Progress(PrintStream out, boolean quiet) {
    this.out = out;
    this.quiet = quiet;
  }

  public void step(String what) {
    if (!quiet) {
      out.printf(Locale.ROOT, "%6.1fs  %s%n", elapsed().toMillis() / 1000.0, what);
    }
  }

  /** Something that the keeper should see even with {@code --quiet}. */
  public void warn(String what) {
    out.println("warning: " + what);
  }

  /** From here on something is changed, so that a failure is no refusal any more. */
  public void touches() {
    touched = true;
  }

  /** Whether anything may have been changed. */
  public boolean hasTouched() {
    return touched;
  }

  public Duration elapsed() {
    return Duration.ofNanos(System.nanoTime() - begun);
  }
}
