package family.garden.calendar;

import java.time.Duration;

/** How much work one calendar may cause: steps of its repeating events, and time. */
final class WorkBudget {
  private static final Duration LONGEST = Duration.ofSeconds(10);
  private static final int MOST_STEPS = 400_000;

  private final long end = System.nanoTime() + LONGEST.toNanos();
  private int steps;

  /** Spends one step; false if the budget is used up. */
  boolean spend() {
    steps++;
    return !isSpent();
  }

  boolean isSpent() {
    return steps > MOST_STEPS || System.nanoTime() - end > 0;
  }
}
