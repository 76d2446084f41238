package family.garden.bench.gap;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts requests and their outcomes by the second since the beginning. */
final class Tally {
  private static final int EXAMPLES_OF_A_KIND = 10;

  private static final class Slot {
    long sent;
    final Map<FailureKind, Long> failed = new EnumMap<>(FailureKind.class);
    final Map<String, Long> versions = new TreeMap<>();
    final List<Double> took = new ArrayList<>();
  }

  private final TreeMap<Integer, Slot> slots = new TreeMap<>();
  private final Map<String, Long> requests = new TreeMap<>();
  private final List<Result.Example> examples = new ArrayList<>();
  private final long beginning;
  private long lastAnswer;
  private long longestGap;
  private long latest;

  /**
   * @param beginning in the time of {@link System#nanoTime}
   */
  Tally(long beginning) {
    this.beginning = beginning;
    this.lastAnswer = beginning;
  }

  private Slot slot(long planned) {
    int second = (int) ((planned - beginning) / 1_000_000_000);
    return slots.computeIfAbsent(second, _ -> new Slot());
  }

  /** A request was begun, later than planned by as much as this machine was busy. */
  synchronized void sent(Request request, long planned) {
    slot(planned).sent++;
    requests.merge(request.what(), 1L, Long::sum);
    latest = Math.max(latest, System.nanoTime() - planned);
  }

  /** It got a good response; the time counts from when it should have begun. */
  synchronized void answered(Request request, long planned, String version) {
    long now = System.nanoTime();
    Slot slot = slot(planned);
    // A response that is read slowly says nothing about the server's speed, and may arrive after
    // the last request.
    boolean quick = request.pace() == 0;
    if (quick) {
      longestGap = Math.max(longestGap, now - lastAnswer);
      lastAnswer = now;
    }
    slot.took.add(quick ? (now - planned) / 1e6 : Double.NaN);
    if (!version.isEmpty()) {
      slot.versions.merge(version, 1L, Long::sum);
    }
  }

  synchronized void failed(
      Request request, ConnectionPool.Transport transport, long planned, RequestFailure failure) {
    slot(planned).failed.merge(failure.kind(), 1L, Long::sum);
    if (examples.stream().filter(each -> each.kind() == failure.kind()).count()
        < EXAMPLES_OF_A_KIND) {
      double at = (planned - beginning) / 1e9;
      examples.add(
          new Result.Example(
              at,
              request.what(),
              transport.name(),
              failure.kind(),
              String.valueOf(failure.getMessage())));
    }
  }

  synchronized Result result() {
    List<Result.Second> seconds = new ArrayList<>();
    List<Double> took = new ArrayList<>();
    slots.forEach(
        (second, slot) -> {
          List<Double> quick = quick(slot.took);
          took.addAll(quick);
          seconds.add(
              new Result.Second(
                  second,
                  slot.sent,
                  slot.took.size(),
                  Map.copyOf(slot.failed),
                  Map.copyOf(slot.versions),
                  Result.Latency.of(quick)));
        });
    Collections.sort(took);
    return new Result(
        Duration.ofNanos(System.nanoTime() - beginning),
        new TreeMap<>(requests),
        seconds,
        List.copyOf(examples),
        Result.Latency.of(took),
        Duration.ofNanos(longestGap),
        Duration.ofNanos(latest));
  }

  private static List<Double> quick(List<Double> took) {
    List<Double> all = new ArrayList<>(took);
    all.removeIf(each -> each.isNaN());
    Collections.sort(all);
    return all;
  }
}
