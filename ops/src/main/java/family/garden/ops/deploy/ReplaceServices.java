package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Replaces the parts that another image is wanted of, one after the other. */
final class ReplaceServices implements Step {
  /** A database that has much to recover. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "replace";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Replacing what is new, part by part";
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    DeployState journal = attempt.journal();
    Map<String, String> images = ImagesFile.withParts(journal.imagesBefore(), journal.release());
    Installed.read(attempt.state())
        .recording(journal.imagesBefore().values())
        .recording(images.values())
        .write(attempt.state());
    bring(attempt, images);
  }

  @Override
  public void undo(DeployContext attempt) throws OpsException {
    bring(attempt, attempt.journal().imagesBefore());
  }

  private static void bring(DeployContext attempt, Map<String, String> images) throws OpsException {
    attempt.images().write(images);
    Containers containers = attempt.containers();
    Map<BackingService, Integer> restarts = new EnumMap<>(BackingService.class);
    for (BackingService part : BackingService.values()) {
      restarts.put(part, containers.state(part.service()).restarts());
      // Compose leaves what is as it should be.
      attempt.run(
          attempt.engine().compose("up", "--detach", "--no-deps", part.service()),
          LIMIT,
          "start " + part.describe(),
          "See what the engine says of it: bookingctl doctor.");
    }
    for (BackingService part : BackingService.values()) {
      containers.awaitHealthy(
          part.service(), restarts.getOrDefault(part, 0), LIMIT, "start " + part.describe());
    }
  }
}
