package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
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
 * Whether Compose accepts the Compose file of the release, or else the installed one, together with
 * the keeper's settings and the images to be deployed.
 */
record ComposeIsValid(
    Settings settings, Engine engine, Map<String, String> images, Optional<String> brought)
    implements DeployCheck {
  @Override
  public Finding look() throws OpsException {
    Path candidate = settings.places().state().resolve("images-candidate.env");
    Durable.write(
        candidate,
        images.entrySet().stream()
            .map(image -> image.getKey() + "=" + image.getValue() + "\n")
            .collect(Collectors.joining()));
    // It is written beside the file that it would replace, so that its relative paths hold.
    Path there = settings.places().composeFile();
    Path compose = brought.isPresent() ? there.resolveSibling("compose-candidate.yaml") : there;
    try {
      if (brought.isPresent()) {
        Durable.write(compose, brought.get());
      }
      ProcessResult result =
          Processes.run(
              engine.composeWith(compose, candidate, "config", "--quiet"), Duration.ofSeconds(60));
      return result.isSuccess()
          ? ok("the stack's files fit together")
          : urgent(result.failure(), "Correct settings.env or the Compose files.");
    } finally {
      Durable.remove(candidate);
      if (brought.isPresent()) {
        Durable.remove(compose);
      }
    }
  }
}
