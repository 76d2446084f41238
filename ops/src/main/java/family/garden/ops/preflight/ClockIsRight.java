package family.garden.ops.preflight;

import family.garden.ops.release.Release;
import java.time.Duration;
import java.time.Instant;

/**
 * A Pi has no clock that outlives a power cut: before the network's time came it is in the past.
 */
record ClockIsRight(Release release) implements Check {
  private static final Duration SLACK = Duration.ofHours(1);

  @Override
  public String name() {
    return "clock";
  }

  @Override
  public Finding look() {
    Instant now = Instant.now();
    return now.plus(SLACK).isBefore(release.created())
        ? Finding.bad(
            name(),
            "it is %s here, and the release was made at %s".formatted(now, release.created()),
            "Wait for the network's time: timedatectl.")
        : Finding.well(name(), "it is later than the release");
  }
}
