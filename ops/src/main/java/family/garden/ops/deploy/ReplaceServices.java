package family.garden.ops.deploy;

import family.garden.ops.containers.Containers;
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
    DeployPlan plan = context.plan();
    Map<String, String> images = ImagesFile.withServices(plan.imagesBefore(), plan.release());
    context.changeInstalled(
        installed -> installed.recording(plan.imagesBefore().values()).recording(images.values()));
    bring(context, images);
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    bring(context, context.plan().imagesBefore());
  }

  private static void bring(DeployContext context, Map<String, String> images) throws OpsException {
    context.images().write(images);
    Containers containers = context.containers();
    Map<BackingService, Integer> restarts = new EnumMap<>(BackingService.class);
    for (BackingService service : BackingService.values()) {
      restarts.put(service, containers.of(service.composeName()).restarts());
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
