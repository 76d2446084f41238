package family.garden.ops.preflight;

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
 * The images of the release; those that are missing are fetched, by digest, which touches nothing.
 */
record ImagesAreHere(Engine engine, DeployRequest wanted) implements Check {
  /** A slow line and a slow card. */
  private static final Duration PULL = Duration.ofMinutes(30);

  @Override
  public String name() {
    return "images";
  }

  @Override
  public Finding look() throws OpsException {
    Release.Images images = wanted.release().images();
    Set<String> needed = new LinkedHashSet<>(List.of(images.server(), images.web()));
    for (String part : List.of("PROXY", "DATABASE", "CACHE")) {
      needed.add(wanted.images().getOrDefault("BOOKING_" + part + "_IMAGE", images.server()));
    }
    int fetched = 0;
    for (String image : needed) {
      if (Processes.run(
              engine.call("image", "inspect", "--format", "{{.Id}}", image), Duration.ofSeconds(30))
          .isDone()) {
        continue;
      }
      ProcessResult pulled = Processes.run(engine.call("pull", "--quiet", image), PULL);
      if (!pulled.isDone()) {
        return Finding.bad(
            name(),
            "%s is not here and cannot be fetched: %s".formatted(image, pulled.because()),
            "See whether the registry can be reached and has it.");
      }
      fetched++;
    }
    return Finding.well(name(), fetched == 0 ? "all are here" : fetched + " fetched, all are here");
  }
}
