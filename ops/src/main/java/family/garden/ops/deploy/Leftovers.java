package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a machine without images.env has of Booking. A first deploy needs an empty machine: it makes
 * no backup, and cannot go back to a version that no file names.
 */
record Leftovers(Settings settings) {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  /** Refuses a machine with anything on it, except where only a first deploy failed. */
  void expectNone() throws OpsException {
    Engine engine = new Engine(settings);
    List<String> found = new ArrayList<>();
    List<String> containers = ask(engine.containers(), "containers");
    if (!containers.isEmpty()) {
      found.add(containers.size() + " containers");
    }
    if (!isAfterAFailedFirst()) {
      List<String> volumes = ask(engine.volumes(), "volumes");
      if (!volumes.isEmpty()) {
        found.add("the volumes " + String.join(", ", volumes));
      }
      Path state = settings.places().state();
      for (Path file : List.of(Installed.file(state), DeployState.file(state), history().file())) {
        if (Files.exists(file)) {
          found.add(file.toString());
        }
      }
    }
    if (!found.isEmpty()) {
      throw OpsException.refused(
          "see which images run",
          "%s is missing, and this machine is not empty: it has %s"
              .formatted(settings.places().images(), String.join(", ", found)),
          StateFile.REPAIR);
    }
  }

  /** A failed first deploy removes its containers and leaves the data, which may be older. */
  private boolean isAfterAFailedFirst() throws OpsException {
    Optional<HistoryEntry> last = history().last();
    return last.isPresent()
        && last.get().operation() == Operation.FIRST
        && last.get().result() == HistoryEntry.Result.UNDONE
        && !history().hasDone();
  }

  private History history() {
    return new History(settings.places().state());
  }

  private static List<String> ask(Command command, String what) throws OpsException {
    return Processes.run(command, LIMIT)
        .expectSuccess("ask the engine for the " + what, "See whether it is started.")
        .lines()
        .toList();
  }
}
