package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.release.Release;
import family.garden.ops.release.Releases;
import family.garden.ops.release.Version;
import family.garden.ops.result.OpsException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The release that the command line names. */
final class ReleaseSelector {
  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION|DIGEST",
      description = "The release; the newest if none is given.")
  private @Nullable String name;

  /** The named release, or else the newest; one older than the running release must be named. */
  Release select(Settings settings, Deploys deploys) throws OpsException {
    Releases releases = new Releases(settings);
    if (name != null) {
      return releases.find(name);
    }
    Release newest = releases.newest();
    Optional<Version> serving = deploys.live().release().map(Release::version);
    if (serving.isPresent() && newest.version().compareTo(serving.get()) < 0) {
      throw OpsException.refused(
          "deploy the newest release",
          "%s is the newest published release, and %s, which runs, is newer"
              .formatted(newest.version(), serving.get()),
          "Name the version to deploy it anyway.");
    }
    return newest;
  }
}
