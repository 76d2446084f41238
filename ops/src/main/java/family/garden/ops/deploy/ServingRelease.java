package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Colour;
import family.garden.ops.release.Release;
import family.garden.ops.release.Version;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.Site;
import family.garden.ops.smoke.Smoke;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What serves: as a deploy wrote it down, or, where images.env was written by somebody else, as the
 * server says of itself.
 */
record ServingRelease(Settings settings) {
  LiveReleases live(Colour colour, Installed installed, Map<String, String> images) {
    return new LiveReleases(
        colour,
        written(colour, installed, images).or(() -> said(colour, images)),
        written(colour.other(), installed, images));
  }

  private static Optional<Release> written(
      Colour colour, Installed installed, Map<String, String> images) {
    Optional<Release.Images> runs = ImagesFile.of(images, colour);
    return installed
        .of(colour)
        .filter(
            release ->
                runs.isPresent()
                    && release.images().server().equals(runs.get().server())
                    && release.images().web().equals(runs.get().web()));
  }

  private Optional<Release> said(Colour colour, Map<String, String> images) {
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
              Instant.EPOCH,
              runs.get(),
              new Release.Schema(version.schema(), 1)));
    } catch (OpsException | IllegalArgumentException e) {
      // It does not answer, or was not built by us: then nobody knows.
      return Optional.empty();
    }
  }
}
