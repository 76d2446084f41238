package family.garden.bench.abuse;

import java.util.ArrayList;
import java.util.List;

/** The responses that a member got over one or more visits. Not thread-safe. */
public final class Visit {
  private static final int SHOWN = 5;

  private final List<Double> times = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private int failed;

  /**
   * Adds a response.
   *
   * @param milliseconds that it took
   * @param failure why it was no response with 200; empty if it was one
   */
  void add(double milliseconds, String failure) {
    times.add(milliseconds);
    if (!failure.isEmpty()) {
      failed++;
      if (failures.size() < SHOWN) {
        failures.add(failure);
      }
    }
  }

  public int answers() {
    return times.size();
  }

  /** The first few failures. */
  public List<String> failures() {
    return List.copyOf(failures);
  }

  /** Milliseconds that 99 of 100 answers took at the most. */
  public double p99() {
    return percentile(0.99);
  }

  private double percentile(double share) {
    List<Double> sorted = times.stream().sorted().toList();
    return sorted.get((int) Math.ceil(sorted.size() * share) - 1);
  }

  /** A summary in one line. */
  public String inWords() {
    return "%,d answers, median %.1f ms, p99 %.1f ms, slowest %.1f ms, failed %d %s"
        .formatted(
            answers(),
            percentile(0.5),
            p99(),
            percentile(1),
            failed,
            failed == 0 ? "" : failures.toString())
        .strip();
  }
}
