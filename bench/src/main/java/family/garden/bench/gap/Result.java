package family.garden.bench.gap;

import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The outcomes of all requests. Each request that was sent was answered or failed.
 *
 * @param lasted from the first request to the last response
 * @param requests the number of requests by name
 * @param seconds in order, by when requests should have begun
 * @param examples the first failures of each kind
 * @param latency from when a request should have begun to its whole response, without the responses
 *     that are read slowly
 * @param longestGap the longest time without a good response, not counting those that are read
 *     slowly
 * @param late the largest delay of a request against its plan, because this machine was busy
 */
public record Result(
    Duration lasted,
    Map<String, Long> requests,
    List<Second> seconds,
    List<Example> examples,
    Latency latency,
    Duration longestGap,
    Duration late) {

  /**
   * The requests of one second.
   *
   * @param at counted from 0
   * @param versions which servers answered, by colour and version
   */
  public record Second(
      int at,
      long sent,
      long answered,
      Map<FailureKind, Long> failed,
      Map<String, Long> versions,
      Latency latency) {}

  /**
   * One failure.
   *
   * @param at seconds since the beginning
   */
  public record Example(
      double at, String what, String transport, FailureKind kind, String message) {}

  /** Milliseconds. */
  public record Latency(double median, double p99, double most) {
    static Latency of(List<Double> sorted) {
      return sorted.isEmpty()
          ? new Latency(0, 0, 0)
          : new Latency(
              sorted.get(sorted.size() / 2),
              sorted.get((int) (sorted.size() * 0.99)),
              sorted.getLast());
    }
  }

  public long sent() {
    return seconds.stream().mapToLong(Second::sent).sum();
  }

  public long answered() {
    return seconds.stream().mapToLong(Second::answered).sum();
  }

  public long failed() {
    return failures().values().stream().mapToLong(Long::longValue).sum();
  }

  /** Failures by kind, over all. */
  public Map<FailureKind, Long> failures() {
    Map<FailureKind, Long> all = new EnumMap<>(FailureKind.class);
    seconds.forEach(each -> each.failed().forEach((kind, n) -> all.merge(kind, n, Long::sum)));
    return all;
  }

  /** How many seconds saw a failure. */
  public long badSeconds() {
    return seconds.stream().filter(each -> !each.failed().isEmpty()).count();
  }

  /** Which servers answered, over all. */
  public Map<String, Long> versions() {
    Map<String, Long> all = new TreeMap<>();
    seconds.forEach(each -> each.versions().forEach((who, n) -> all.merge(who, n, Long::sum)));
    return all;
  }

  /** In one line. */
  public String describe() {
    return "sent %,d, failed %,d%s, longest gap %.1f s, median %.1f ms, p99 %.0f ms"
        .formatted(
            sent(),
            failed(),
            failed() == 0 ? "" : " " + failures(),
            longestGap.toMillis() / 1e3,
            latency.median(),
            latency.p99());
  }

  public String json() {
    return Json.of(this);
  }
}
