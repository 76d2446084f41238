package family.garden.ops.progress;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * For a terminal: the line of the running step is drawn again and again, so that it shows the
 * seconds of whatever takes longer than two, and becomes a finished line at its end.
 */
final class TerminalTicks implements Ticks {
  static final Duration SHORT = Duration.ofSeconds(2);
  private static final Duration BETWEEN = Duration.ofMillis(200);

  /** To the beginning of the line, and clears it. */
  private static final String CLEAR = "\u001b[G\u001b[2K";

  /** Cuts off what is too long for one line, which could not be cleared. */
  private static final String NO_WRAP = "\u001b[?7l";

  private static final String WRAP = "\u001b[?7h";
  private static final String TURNS = "|/-\\";

  private final PrintStream out;
  private final LongSupplier clock;
  private final String turns;
  private @Nullable String what;
  private String part = "";
  private long begun;
  private int turn;
  private @Nullable Thread drawing;

  TerminalTicks(PrintStream out) {
    this(out, System::nanoTime);
  }

  /** With another clock, in nanoseconds. */
  TerminalTicks(PrintStream out, LongSupplier clock) {
    this.out = out;
    this.clock = clock;
    String fine = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";
    this.turns = out.charset().newEncoder().canEncode(fine) ? fine : TURNS;
  }

  @Override
  public synchronized void begins(String step) {
    what = step;
    part = "";
    begun = clock.getAsLong();
    if (drawing == null) {
      drawing = Thread.ofPlatform().daemon().name("ticks").start(this::drawAgainAndAgain);
    }
    draw();
  }

  @Override
  public synchronized void part(String now) {
    part = now;
    draw();
  }

  @Override
  public synchronized void ends(boolean good, String step, Duration took) {
    what = null;
    line(PlainTicks.ended(out, good, step, took));
  }

  @Override
  public synchronized void info(String text) {
    line(text);
  }

  @Override
  public synchronized void warning(String text) {
    line(text);
  }

  private void line(String text) {
    out.println(CLEAR + text);
    draw();
  }

  private void draw() {
    if (what != null) {
      Duration soFar = Duration.ofNanos(clock.getAsLong() - begun);
      String seconds = soFar.compareTo(SHORT) < 0 ? "" : "  " + soFar.toSeconds() + " s";
      String behind = part.isEmpty() ? "" : "  " + part;
      char mark = turns.charAt(turn % turns.length());
      out.print(CLEAR + NO_WRAP + mark + " " + what + seconds + behind + WRAP);
      out.flush();
    }
  }

  private void drawAgainAndAgain() {
    try {
      while (true) {
        Thread.sleep(BETWEEN);
        turn();
      }
    } catch (InterruptedException e) {
      // Nothing interrupts this thread, which ends with the process.
      Thread.currentThread().interrupt();
    }
  }

  synchronized void turn() {
    turn++;
    draw();
  }
}
