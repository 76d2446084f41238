package family.garden.ops.process;

import family.garden.ops.result.OpsException;
import java.time.Duration;

/** Waits between two looks, until something is so or the time is over. */
public final class Poller {
  private final long until;
  private final Duration between;

  /**
   * @param limit how long at most
   * @param between two looks
   */
  public Poller(Duration limit, Duration between) {
    this.until = System.nanoTime() + limit.toNanos();
    this.between = between;
  }

  /**
   * Waits for the next look.
   *
   * @return false where the time is over
   * @throws OpsException where Ctrl-C or SIGTERM came in between
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
   * Stops where Ctrl-C or SIGTERM came.
   *
   * @throws OpsException where it did
   */
  public static void throwIfInterrupted() throws OpsException {
    if (Thread.currentThread().isInterrupted()) {
      throw OpsException.refused("go on", "it was interrupted", "Run the command again.");
    }
  }
}
