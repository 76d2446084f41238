package family.garden.ops.preflight;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The Compose file that the release brings, or the one that is there, with the settings of the
 * keeper and the images that are to run.
 */
record ComposeIsValid(
    Settings settings, Engine engine, Map<String, String> images, Optional<String> brought)
    implements Check {
  @Override
  public String name() {
    return "compose";
  }

  @Override
  public Finding look() throws OpsException {
    Path candidate = settings.places().state().resolve("images-wanted.env");
    Durable.write(
        candidate,
        images.entrySet().stream()
            .map(image -> image.getKey() + "=" + image.getValue() + "\n")
            .collect(Collectors.joining()));
    // Relative paths in it mean the same beside the file that it would replace.
    Path there = settings.places().composeFile();
    Path compose = brought.isPresent() ? there.resolveSibling("compose-wanted.yaml") : there;
    try {
      if (brought.isPresent()) {
        Durable.write(compose, brought.get());
      }
      ProcessResult outcome =
          Processes.run(
              engine.composeWith(compose, candidate, "config", "--quiet"), Duration.ofSeconds(60));
      return outcome.isDone()
          ? Finding.well(name(), "the stack's files fit together")
          : Finding.bad(name(), outcome.because(), "Put settings.env or the Compose files right.");
    } finally {
      Durable.remove(candidate);
      if (brought.isPresent()) {
        Durable.remove(compose);
      }
    }
  }
}
