package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.release.Version;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import family.garden.ops.smoke.Smoke;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the release that serves: the one that a deploy recorded, or, where somebody else wrote
 * images.env, what the running server reports of itself.
 */
record ServingRelease(Settings settings) {
  LiveReleases live(Colour colour, Installed installed, Map<String, String> images) {
    return new LiveReleases(
        colour,
        recorded(colour, installed, images).or(() -> reported(colour, images)),
        recorded(colour.other(), installed, images));
  }

  private static Optional<Release> recorded(
      Colour colour, Installed installed, Map<String, String> images) {
    Optional<Release.Images> runs = ImagesFile.of(images, colour);
    return installed
        .of(colour)
        .filter(release -> runs.filter(release.images()::hasSameServer).isPresent());
  }

  /**
   * Without what a server does not know: when it was published, and which servers its schema fits.
   */
  private Optional<Release> reported(Colour colour, Map<String, String> images) {
    Optional<Release.Images> runs = ImagesFile.of(images, colour);
    if (runs.isEmpty()) {
      return Optional.empty();
    }
    try {
      Smoke.Version version =
          new Smoke(settings, new Progress(System.err, true))
              .version(Site.direct(settings, colour));
      return Optional.of(
          new Release(
              new Version(version.version()),
              version.commit(),
              Optional.empty(),
              runs.get(),
              new Release.Schema(version.schema(), Optional.empty()),
              Optional.empty()));
    } catch (OpsException | IllegalArgumentException e) {
      // It does not answer, or another program answers: the release is unknown.
      return Optional.empty();
    }
  }
}
