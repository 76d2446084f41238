package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Replaces the services of which the release has another image, one after the other. */
final class ReplaceServices implements Step {
  /** A database that has much to recover. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "replace-services";
  }

  @Override
  public String describe(DeployContext context) {
    return "Replacing the services that differ, one by one";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    DeployState journal = context.journal();
    Map<String, String> images = ImagesFile.withServices(journal.imagesBefore(), journal.release());
    Installed.read(context.state())
        .recording(journal.imagesBefore().values())
        .recording(images.values())
        .write(context.state());
    bring(context, images);
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    bring(context, context.journal().imagesBefore());
  }

  private static void bring(DeployContext context, Map<String, String> images) throws OpsException {
    context.images().write(images);
    Containers containers = context.containers();
    Map<BackingService, Integer> restarts = new EnumMap<>(BackingService.class);
    for (BackingService service : BackingService.values()) {
      restarts.put(service, containers.state(service.composeName()).restarts());
      // Compose leaves what is as it should be.
      context.run(
          context.engine().compose("up", "--detach", "--no-deps", service.composeName()),
          LIMIT,
          "start " + service.describe(),
          "See what the engine says of it: bookingctl doctor.");
    }
    for (BackingService service : BackingService.values()) {
      containers.awaitHealthy(
          service.composeName(),
          restarts.getOrDefault(service, 0),
          LIMIT,
          "start " + service.describe());
    }
  }
}
