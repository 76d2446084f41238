package family.garden.ops.deploy;

import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a deploy is to do, and how everything was before it; fixed when it begins.
 *
 * @param newColour the colour that is to serve
 * @param release the release that is to serve
 * @param before the release that served before; empty where none did or nobody knew
 * @param startedAt when it began; it also names this deploy
 * @param imagesBefore images.env as it was; empty where there was none
 * @param installedBefore the release that the new colour held before
 * @param backup whether a backup is made first
 * @param secret the name of the secret that is rotated
 */
record DeployPlan(
    Operation operation,
    Colour newColour,
    Release release,
    Optional<Release> before,
    Instant startedAt,
    Map<String, String> imagesBefore,
    Optional<Release> installedBefore,
    boolean backup,
    Optional<String> secret) {

  String version() {
    return release.version().text();
  }

  Optional<String> versionBefore() {
    return before.map(old -> old.version().text());
  }
}
