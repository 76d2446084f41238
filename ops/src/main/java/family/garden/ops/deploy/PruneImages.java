package family.garden.ops.deploy;

import family.garden.ops.engine.Engine;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.proxy.Colour;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes what deploys brought here and nobody needs: all but the images that run and those of the
 * release before. Images that came another way are left alone.
 */
final class PruneImages implements Step {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "prune-images";
  }

  @Override
  public String describe(DeployContext context) {
    return "Removing images that nobody needs";
  }

  @Override
  public boolean isPastPointOfNoReturn() {
    return true;
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    prune(
            context.engine(),
            context.images().read(),
            Installed.read(context.stateFolder()),
            context.stateFolder())
        .problems()
        .forEach(context.progress()::warn);
  }

  record Pruned(List<String> removed, List<String> problems) {}

  static Pruned prune(Engine engine, Map<String, String> running, Installed installed, Path state)
      throws OpsException {
    List<String> remaining = new ArrayList<>();
    List<String> removed = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Set<String> needed = needed(running, installed);
    for (String image : installed.images()) {
      if (needed.contains(image)) {
        remaining.add(image);
        continue;
      }
      ProcessResult outcome = Processes.run(engine.call("image", "rm", image), LIMIT);
      if (outcome.isSuccess()) {
        removed.add(image);
      } else if (!outcome.stderr().contains("No such image")) {
        remaining.add(image);
        problems.add("an image could not be removed: " + outcome.failure());
      }
    }
    installed.withImages(remaining).write(state);
    return new Pruned(removed, problems);
  }

  static Set<String> needed(Map<String, String> running, Installed installed) {
    Set<String> needed = new HashSet<>(running.values());
    for (Colour colour : Colour.values()) {
      installed
          .of(colour)
          .ifPresent(
              release -> needed.addAll(List.of(release.images().server(), release.images().web())));
    }
    return needed;
  }
}
