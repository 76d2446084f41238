package family.garden.platform.log;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Passes the first few of equal warnings in a minute and counts the others. It remembers a bounded
 * number of warnings: beyond that, different warnings of one logger count as equal.
 */
final class Repetitions {
  /** How many equal warnings a minute are logged. */
  static final int SHOWN = 3;

  /** How many warnings of one logger a minute are logged, equal or not. */
  static final int SHOWN_OF_LOGGER = 60;

  private static final int MOST_KEYS = 200;
  private static final long WINDOW = Duration.ofMinutes(1).toNanos();

  private static final class Count {
    private final long began;
    private int times;

    private Count(long began) {
      this.began = began;
    }
  }

  private final Map<String, Count> counts = new HashMap<>();

  /**
   * Counts a warning.
   *
   * @param what names equal ones
   * @param now {@link System#nanoTime}
   * @return whether it is to be logged
   */
  synchronized boolean isShown(String logger, String what, long now) {
    boolean ofLogger = hit(logger + " (all of its warnings)", SHOWN_OF_LOGGER, now);
    return hit(counts.size() < MOST_KEYS ? what : logger + " (others)", SHOWN, now) && ofLogger;
  }

  private boolean hit(String key, int shown, long now) {
    Count count = counts.computeIfAbsent(key, first -> new Count(now));
    count.times++;
    return count.times <= shown;
  }

  /**
   * Forgets the windows that have ended.
   *
   * @return a sentence for each window in which warnings were left out
   */
  synchronized List<String> summaries(long now) {
    List<String> summaries = new ArrayList<>();
    counts
        .entrySet()
        .removeIf(
            entry -> {
              Count count = entry.getValue();
              if (now - count.began < WINDOW) {
                return false;
              }
              int shown = entry.getKey().endsWith("warnings)") ? SHOWN_OF_LOGGER : SHOWN;
              if (count.times > shown) {
                summaries.add(
                    "… and %d more in the last minute: %s"
                        .formatted(count.times - shown, entry.getKey()));
              }
              return true;
            });
    return summaries;
  }
}
