package family.garden.ops.progress;

import family.garden.ops.progress.PlainTicks.Detail;
import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Prints a line with the time for each step that has ended, to the error stream. A terminal shows
 * the running step too.
 */
public final class Progress {
  private final Ticks ticks;
  private final long begun = System.nanoTime();
  private @Nullable Running running;
  private volatile boolean touched;

  /**
   * A step that has begun.
   *
   * @param holds whether what begins below it is part of it
   * @param detail what stands behind its name; may be empty
   */
  private record Running(String what, long begun, boolean holds, String detail) {
    Running with(String more) {
      return new Running(what, begun, holds, more);
    }

    String whole() {
      return detail.isEmpty() ? what : what + " (" + detail + ")";
    }

    Duration took() {
      return Duration.ofNanos(System.nanoTime() - begun);
    }
  }

  /** A line for each finished step, or nothing but warnings. */
  public Progress(PrintStream out, boolean quiet) {
    this(new PlainTicks(out, quiet ? Detail.WARNINGS : Detail.STEPS));
  }

  private Progress(Ticks ticks) {
    this.ticks = ticks;
  }

  /** Redraws the line of the running step: only for a terminal. */
  public static Progress atTerminal(PrintStream out) {
    return new Progress(new TerminalTicks(out));
  }

  /** Also says what begins, and what each step consists of. */
  public static Progress verbose(PrintStream out) {
    return new Progress(new PlainTicks(out, Detail.PARTS));
  }

  /** A step begins, and the one before is done; within {@link #begin} it is a part of that. */
  public synchronized void step(String what) {
    if (running != null && running.holds()) {
      ticks.part(what);
    } else {
      begin(what, false);
    }
  }

  /** A step begins of which the steps that follow are parts, until {@link #done}. */
  public synchronized void begin(String what) {
    begin(what, true);
  }

  private void begin(String what, boolean holds) {
    done();
    running = new Running(what, System.nanoTime(), holds, "");
    ticks.begins(what);
  }

  /** Shows a detail behind the name of the running step, in place of an earlier one. */
  public synchronized void detail(String what) {
    if (running == null) {
      info(what);
    } else {
      running = running.with(what);
      ticks.part(what);
    }
  }

  /** The step that runs has ended well. Does nothing where none runs. */
  public synchronized void done() {
    end(true);
  }

  /** As {@link #done}; does nothing for a step that is a part of another, which goes on. */
  public synchronized void stepDone() {
    if (running != null && !running.holds()) {
      done();
    }
  }

  /** The step that runs has failed. Does nothing where none runs. */
  public synchronized void failed() {
    end(false);
  }

  /** The step that runs has ended. Does nothing where none runs. */
  public synchronized void end(boolean good) {
    if (running != null) {
      ticks.ends(good, running.whole(), running.took());
      running = null;
    }
  }

  /** The running step has failed, and an undo begins. */
  public synchronized void undoes(String what) {
    if (running != null && running.holds()) {
      ticks.part(what);
    } else {
      failed();
      begin(what, false);
    }
  }

  /** Prints a line that is no step. */
  public synchronized void info(String what) {
    ticks.info(what);
  }

  /** Prints a warning, even with {@code --quiet}. */
  public synchronized void warn(String what) {
    ticks.warning("warning: " + what);
  }

  /** Notes that something changes from now on, so that a failure is no refusal any more. */
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
