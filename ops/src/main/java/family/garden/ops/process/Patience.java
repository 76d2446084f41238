package family.garden.ops.process;

import family.garden.ops.report.Trouble;
import java.time.Duration;

/** Waits between two looks, until something is so or the time is over. */
public final class Patience {
  private final long until;
  private final Duration between;

  /**
   * @param limit how long at most
   * @param between two looks
   */
  public Patience(Duration limit, Duration between) {
    this.until = System.nanoTime() + limit.toNanos();
    this.between = between;
  }

  /**
   * Waits for the next look.
   *
   * @return false where the time is over
   * @throws Trouble where Ctrl-C or SIGTERM came in between
   */
  public boolean lookAgain() throws Trouble {
    if (System.nanoTime() >= until) {
      return false;
    }
    try {
      Thread.sleep(between);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    throwIfInterrupted();
    return true;
  }

  /**
   * Stops where Ctrl-C or SIGTERM came.
   *
   * @throws Trouble where it did
   */
  public static void throwIfInterrupted() throws Trouble {
    if (Thread.currentThread().isInterrupted()) {
      throw Trouble.refused("go on", "it was interrupted", "Run the command again.");
    }
  }
}
