package family.garden.ops.deploy;

import family.garden.ops.report.Trouble;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/** Replaces the parts that another image is wanted of, one after the other. */
final class ReplaceParts implements Step {
  /** A database that has much to recover. */
  private static final Duration LIMIT = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "replace";
  }

  @Override
  public String tells(Attempt attempt) {
    return "Replacing what is new, part by part";
  }

  @Override
  public void run(Attempt attempt) throws Trouble {
    Journal journal = attempt.journal();
    Map<String, String> images = ImagesFile.withParts(journal.imagesBefore(), journal.release());
    Installed.read(attempt.state())
        .knowing(journal.imagesBefore().values())
        .knowing(images.values())
        .write(attempt.state());
    bring(attempt, images);
  }

  @Override
  public void undo(Attempt attempt) throws Trouble {
    bring(attempt, attempt.journal().imagesBefore());
  }

  private static void bring(Attempt attempt, Map<String, String> images) throws Trouble {
    attempt.images().write(images);
    Containers containers = attempt.containers();
    Map<Part, Integer> restarts = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      restarts.put(part, containers.state(part.service()).restarts());
      // Compose leaves what is as it should be.
      attempt.run(
          attempt.engine().compose("up", "--detach", "--no-deps", part.service()),
          LIMIT,
          "start " + part.told(),
          "See what the engine says of it: bookingctl doctor.");
    }
    for (Part part : Part.values()) {
      containers.awaitHealthy(
          part.service(), restarts.getOrDefault(part, 0), LIMIT, "start " + part.told());
    }
  }
}
