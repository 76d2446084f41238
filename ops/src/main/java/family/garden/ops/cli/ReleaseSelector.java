package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.release.Release;
import family.garden.ops.release.Releases;
import family.garden.ops.result.OpsException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which release is meant. */
final class ReleaseSelector {
  private ReleaseSelector() {}

  /** The one that is named, or the newest; one older than what serves must be named. */
  static Release release(Settings settings, Deploys deploys, @Nullable String name)
      throws OpsException {
    Releases releases = new Releases(settings);
    if (name != null) {
      return releases.find(name);
    }
    Release newest = releases.newest();
    Optional<Release> serving = deploys.live().release();
    if (serving.isPresent() && newest.version().compareTo(serving.get().version()) < 0) {
      throw OpsException.refused(
          "deploy the newest release",
          "%s is published, and %s serves, which is newer"
              .formatted(newest.version(), serving.get().version()),
          "Name the version if you want it nevertheless.");
    }
    return newest;
  }
}
