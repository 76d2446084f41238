package family.garden.ops.deploy;

import family.garden.ops.process.Patience;
import family.garden.ops.report.Trouble;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
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
    Installed.read(attempt.state())
        .knowing(journal.imagesBefore().values())
        .knowing(ImagesFile.withParts(journal.imagesBefore(), journal.release()).values())
        .write(attempt.state());
    bring(attempt, ImagesFile.withParts(journal.imagesBefore(), journal.release()));
  }

  @Override
  public void undo(Attempt attempt) throws Trouble {
    bring(attempt, attempt.journal().imagesBefore());
  }

  private static void bring(Attempt attempt, Map<String, String> images) throws Trouble {
    attempt.images().write(images);
    for (Part part : Part.values()) {
      // Compose leaves what is as it should be.
      attempt.run(
          attempt.engine().compose("up", "--detach", "--no-deps", part.service()),
          LIMIT,
          "start " + part.told(),
          "See what the engine says of it: bookingctl doctor.");
    }
    awaitHealthy(attempt.containers(), Arrays.stream(Part.values()).map(Part::service).toList());
  }

  private static void awaitHealthy(Containers containers, List<String> services) throws Trouble {
    Patience patience = new Patience(LIMIT, Duration.ofMillis(500));
    for (String service : services) {
      Containers.State state;
      do {
        state = containers.state(service);
        if (state.restarts() > 0 || state.status().equals("exited")) {
          throw Trouble.refused(
              "start " + service,
              "it ended by itself; its last words were:\n  " + containers.lastWords(service) + "\n",
              "Ask whoever made this release.");
        }
      } while (!state.isHealthy() && patience.lookAgain());
      if (!state.isHealthy()) {
        throw Trouble.refused(
            "start " + service,
            "it was not healthy after %d minutes".formatted(LIMIT.toMinutes()),
            "Ask whoever made this release.");
      }
    }
  }
}
