package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether the images of the release are on this machine. It pulls the missing ones by digest, which
 * changes nothing that runs.
 */
record ImagesAreHere(Engine engine, DeployRequest request) implements DeployCheck {
  /** For a slow connection and a slow card. */
  private static final Duration PULL = Duration.ofMinutes(30);

  @Override
  public Finding look() throws OpsException {
    Release.Images images = request.release().images();
    Set<String> needed = new LinkedHashSet<>(List.of(images.server(), images.web()));
    for (String part : List.of("PROXY", "DATABASE", "CACHE")) {
      needed.add(request.images().getOrDefault("BOOKING_" + part + "_IMAGE", images.server()));
    }
    int fetched = 0;
    for (String image : needed) {
      if (Processes.run(
              engine.call("image", "inspect", "--format", "{{.Id}}", image), Duration.ofSeconds(30))
          .isSuccess()) {
        continue;
      }
      ProcessResult pulled = Processes.run(engine.call("pull", "--quiet", image), PULL);
      if (!pulled.isSuccess()) {
        return urgent(
            "%s is not here and cannot be fetched: %s".formatted(image, pulled.failure()),
            "See whether the registry can be reached and has it.");
      }
      fetched++;
    }
    return ok(fetched == 0 ? "all are here" : fetched + " fetched, all are here");
  }
}
