package family.garden.ops.progress;

import java.time.Duration;

/** The output of {@link Progress}; calls never overlap. */
sealed interface Ticks permits PlainTicks, TerminalTicks {
  /** A step begins. */
  void begins(String what);

  /** What the running step does now. */
  void part(String what);

  /** The step that began last has ended. */
  void ends(boolean good, String what, Duration took);

  /** A line that belongs to no step. */
  void info(String line);

  /** A line that is shown in any case. */
  void warning(String line);
}
