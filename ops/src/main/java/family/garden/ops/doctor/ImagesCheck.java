package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.config.SettingsFile;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether the images that run, and those to go back to, are on this machine. */
final class ImagesCheck implements Check {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public String name() {
    return "images";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) throws OpsException {
    if (seen.parts().isEmpty()) {
      return List.of();
    }
    List<Finding> found = new ArrayList<>();
    Engine engine = new Engine(settings);
    for (Map.Entry<String, String> image :
        SettingsFile.read(settings.places().images()).entrySet()) {
      if (image.getKey().endsWith("_IMAGE")
          && !Processes.run(
                  engine.call("image", "inspect", "--format", "{{.Id}}", image.getValue()), LIMIT)
              .isDone()) {
        found.add(
            Finding.urgent(
                name(),
                "the one of %s is gone (%s): a restart or a rollback would fail"
                    .formatted(image.getKey(), image.getValue()),
                "Where releases come from an address, bookingctl preflight VERSION of the release that it belongs to fetches it again; where they are brought to this machine, bring that release once more."));
      }
    }
    return found;
  }
}
