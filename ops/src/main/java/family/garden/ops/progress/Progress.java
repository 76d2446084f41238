package family.garden.ops.progress;

import family.garden.ops.progress.PlainTicks.Detail;
import java.io.PrintStream;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Tells on the error stream what was done: a line for each step, with the time that it took. At a
 * terminal the line of the step that runs is there from its beginning.
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

  /** Something about the step that runs: it stands behind its name, in place of an earlier one. */
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

  /** As {@link #done}, but for a step that is a part of another: there the other one goes on. */
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

  /** The step that runs has failed, and what it did is undone now. */
  public synchronized void undoes(String what) {
    if (running != null && running.holds()) {
      ticks.part(what);
    } else {
      failed();
      begin(what, false);
    }
  }

  /** Something that is no step and takes no time. */
  public synchronized void info(String what) {
    ticks.info(what);
  }

  /** Something that the keeper should see even with {@code --quiet}. */
  public synchronized void warn(String what) {
    ticks.warning("warning: " + what);
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
