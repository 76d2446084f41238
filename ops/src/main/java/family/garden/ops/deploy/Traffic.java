package family.garden.ops.deploy;

import family.garden.ops.proxy.LogLine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How one server answered over some time. A family's server has few requests, so failures are
 * counted; their share matters only in a busy hour.
 */
final class Traffic {
  /** One or two failures may have any reason; a broken version has more within seconds. */
  static final int FEWEST_FAILURES = 3;

  /** A busy site may have this share of failures whatever version it runs. */
  static final double HARMLESS_SHARE = 0.001;

  /** Fewer answers do not show how long one takes. */
  static final int FEWEST_ANSWERS = 6;

  /** A few slow answers may have any reason, like a long list or a busy card. */
  private static final int FEWEST_SLOW = 5;

  private static final double TIMES_AS_SLOW = 3;

  private int requests;
  private int failures;
  private final List<Double> seconds = new ArrayList<>();

  void add(LogLine line) {
    requests++;
    if (line.isFailure()) {
      failures++;
    } else if (!line.path().startsWith("/api/auth/")) {
      // Checking a password is slow on purpose.
      seconds.add(line.seconds());
    }
  }

  int requests() {
    return requests;
  }

  int failures() {
    return failures;
  }

  /**
   * The time within which nine of ten answers came; empty where there are too few. The median would
   * hide a server that hangs, since that answers seldom.
   */
  Optional<Double> nineInTen() {
    if (seconds.size() < FEWEST_ANSWERS) {
      return Optional.empty();
    }
    List<Double> sorted = new ArrayList<>(seconds);
    Collections.sort(sorted);
    return Optional.of(sorted.get(sorted.size() * 9 / 10));
  }

  /**
   * Why this version is worse than the one before; empty where it is not.
   *
   * @param before how the one before answered
   * @param slower by which one answer in ten must be slower to count
   */
  Optional<String> worseThan(Traffic before, Duration slower) {
    if (failures >= FEWEST_FAILURES && share() > Math.max(HARMLESS_SHARE, 2 * before.share())) {
      return Optional.of(
          "%d of %d requests failed, %d of %d before"
              .formatted(failures, requests, before.failures, before.requests));
    }
    Optional<Double> now = nineInTen();
    Optional<Double> then = before.nineInTen();
    if (now.isPresent() && then.isPresent()) {
      double limit = Math.max(TIMES_AS_SLOW * then.get(), then.get() + slower.toMillis() / 1000.0);
      long slow = seconds.stream().filter(each -> each > limit).count();
      if (now.get() > limit && slow >= FEWEST_SLOW) {
        return Optional.of(
            String.format(
                Locale.ROOT,
                "%d of %d answers took longer than %.2f s, one in ten longer than %.2f s before",
                slow,
                seconds.size(),
                limit,
                then.get()));
      }
    }
    return Optional.empty();
  }

  private double share() {
    return requests == 0 ? 0 : (double) failures / requests;
  }
}
