package family.garden.ops.preflight;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Durable;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Outcome;
import family.garden.ops.process.Processes;
import family.garden.ops.report.Trouble;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** The Compose file with the settings of the keeper and the images that are to run. */
record ComposeIsValid(Settings settings, Engine engine, Map<String, String> images)
    implements Check {
  @Override
  public String name() {
    return "compose";
  }

  @Override
  public Finding look() throws Trouble {
    Path candidate = settings.places().state().resolve("images-wanted.env");
    Durable.write(
        candidate,
        images.entrySet().stream()
            .map(image -> image.getKey() + "=" + image.getValue() + "\n")
            .collect(Collectors.joining()));
    try {
      Outcome outcome =
          Processes.run(engine.composeWith(candidate, "config", "--quiet"), Duration.ofSeconds(60));
      return outcome.isDone()
          ? Finding.well(name(), "the stack's files fit together")
          : Finding.bad(name(), outcome.because(), "Put settings.env or the Compose files right.");
    } finally {
      Durable.remove(candidate);
    }
  }
}
