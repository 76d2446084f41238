package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.config.SettingsFile;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.time.Duration;
import java.util.Map;

/** Whether this machine has the running images and those for a rollback. */
final class ImagesCheck implements StackCheck {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    if (status.containers().isEmpty()) {
      return;
    }
    Engine engine = new Engine(settings);
    for (Map.Entry<String, String> image :
        SettingsFile.read(settings.places().images()).entrySet()) {
      if (image.getKey().endsWith("_IMAGE")
          && !Processes.run(
                  engine.call("image", "inspect", "--format", "{{.Id}}", image.getValue()), LIMIT)
              .isSuccess()) {
        found.urgent(
            "the image of %s is missing (%s): a restart or a rollback would fail"
                .formatted(image.getKey(), image.getValue()),
            "If BOOKING_RELEASES is an address, bookingctl preflight VERSION pulls the image again, with the version of its release; if it is a folder, copy that release into it again.");
      }
    }
  }
}
