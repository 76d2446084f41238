package family.garden.bench;

import java.time.Duration;

/** Waits that belong to what is measured. */
final class Pause {
  private Pause() {}

  static void seconds(int count) {
    try {
      Thread.sleep(Duration.ofSeconds(count));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted");
    }
  }
}
