package family.garden.ops.process;

import family.garden.ops.result.OpsException;
import java.time.Duration;

/** Waits between the repeated checks of a condition, until a time limit. */
public final class Poller {
  private final long until;
  private final Duration between;

  /** The limit counts from now; {@code between} is the time between two checks. */
  public Poller(Duration limit, Duration between) {
    this.until = System.nanoTime() + limit.toNanos();
    this.between = between;
  }

  /**
   * Waits until the next check.
   *
   * @return false if the time is over
   * @throws OpsException if Ctrl-C or SIGTERM interrupts the waiting
   */
  public boolean lookAgain() throws OpsException {
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
   * Stops after Ctrl-C or SIGTERM.
   *
   * @throws OpsException if this thread was interrupted
   */
  public static void throwIfInterrupted() throws OpsException {
    if (Thread.currentThread().isInterrupted()) {
      throw OpsException.refused("go on", "it was interrupted", "Run the command again.");
    }
  }
}
