package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.release.Release;
import java.time.Duration;
import java.time.Instant;

/**
 * Whether the clock is later than the release. A Pi has no clock that outlives a power cut: until
 * it gets the time from the network, its clock is in the past.
 */
record ClockIsRight(Release release) implements DeployCheck {
  private static final Duration SLACK = Duration.ofHours(1);

  @Override
  public Finding look() {
    Instant now = Instant.now();
    return release
        .created()
        .filter(now.plus(SLACK)::isBefore)
        .map(
            created ->
                urgent(
                    "it is %s here, and the release was made at %s".formatted(now, created),
                    "Wait for the network's time: timedatectl."))
        .orElseGet(() -> ok("it is later than the release"));
  }
}
