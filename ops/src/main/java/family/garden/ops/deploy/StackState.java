package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.preflight.DeployRequest;
import family.garden.ops.proxy.Colour;
import family.garden.ops.proxy.Switch;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What runs on this machine between two operations, read once.
 *
 * @param images images.env; empty on an empty machine
 * @param installed installed.json
 * @param live what serves, and what served before it
 */
record StackState(Map<String, String> images, Installed installed, LiveReleases live) {
  /** Reads the files, and asks the server where they do not say what serves. */
  static StackState read(Settings settings) throws OpsException {
    Map<String, String> images = new ImagesFile(settings.places().images()).read();
    if (images.isEmpty()) {
      new Leftovers(settings).expectNone();
    }
    Installed installed = Installed.read(settings.places().state());
    Colour colour = new Switch(settings.places().live()).live();
    return new StackState(
        images, installed, new ServingRelease(settings).live(colour, installed, images));
  }

  /** What a deploy is here: the first one on an empty machine. */
  Operation deploy() {
    return images.isEmpty() ? Operation.FIRST : Operation.DEPLOY;
  }

  /** The colour that is to serve after an operation. */
  Colour newColour(Operation operation) {
    if (images.isEmpty()) {
      return Colour.BLUE;
    }
    return operation.keepsServer() ? live.colour() : live.colour().other();
  }

  /** The release that serves; refused if nobody knows it. */
  Release known(String what) throws OpsException {
    return live.release()
        .orElseThrow(
            () ->
                OpsException.refused(
                    what, "nobody knows which release serves", "Deploy a release first."));
  }

  boolean serves(Release release) {
    return !images.isEmpty()
        && live.release()
            .filter(
                running ->
                    running.version().equals(release.version())
                        && running.images().hasSameServer(release.images()))
            .isPresent();
  }

  /** The services that run another image than the release that serves was made with. */
  List<String> outdatedServices() {
    return live.release().map(release -> Plan.others(release, images)).orElse(List.of());
  }

  /** What an operation asks of the machine. */
  DeployRequest request(Operation operation, Release release) {
    return new DeployRequest(
        release,
        live.release(),
        installed.schema().or(() -> live.release().map(Release::schema)),
        imagesDuring(operation, release));
  }

  /** images.env as an operation would write it. */
  private Map<String, String> imagesDuring(Operation operation, Release release) {
    Colour newColour = newColour(operation);
    return switch (operation) {
      case FIRST -> ImagesFile.first(newColour, release);
      case APPLY_SERVICES -> images;
      case DEPLOY, ROLLBACK, APPLY, ROTATE ->
          ImagesFile.running(ImagesFile.with(images, newColour, release), live.colour(), newColour);
      case UPGRADE_SERVICES -> ImagesFile.withServices(images, release);
    };
  }

  Plan plan(Operation operation, Release release) {
    return Plan.of(operation, live.release(), release, newColour(operation), images);
  }

  Deployed unchanged(Operation operation, Release release, Duration took) {
    String version = release.version().text();
    return new Deployed(operation, Optional.of(version), version, live.colour(), false, took);
  }
}
