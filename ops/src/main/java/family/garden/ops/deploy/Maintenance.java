package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Lock;
import family.garden.ops.engine.Engine;
import family.garden.ops.progress.Progress;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.util.Optional;

/** Puts right and tidies what deploys left. */
public record Maintenance(Settings settings, Progress progress) {
  public Pruned prune() throws OpsException {
    DeployStarter starter = new DeployStarter(settings, progress);
    return starter.alone(
        "remove images",
        () -> {
          StackState stack = StackState.read(settings);
          progress.touches();
          PruneImages.Pruned pruned =
              PruneImages.prune(
                  new Engine(settings), stack.images(), stack.installed(), starter.folder());
          pruned.problems().forEach(progress::warn);
          return new Pruned(pruned.removed());
        });
  }

  /**
   * Rebuilds images.env and the files of the state folder where they are lost or damaged, and
   * finishes or undoes what a killed deploy left.
   *
   * @param release the source of what nothing on this machine knows
   */
  public Repaired repair(Optional<Release> release) throws OpsException {
    DeployStarter starter = new DeployStarter(settings, progress);
    try (Lock _ = starter.lock("repair what is damaged")) {
      Repaired repaired = new Repair(settings, progress, release).run();
      starter.settle();
      return repaired;
    }
  }

  /**
   * Finishes or undoes what a killed deploy left, unless another bookingctl is at work.
   *
   * @throws OpsException if it can be neither finished nor undone
   */
  public void settleWhatIsLeft() throws OpsException {
    DeployStarter starter = new DeployStarter(settings, progress);
    if (DeployState.read(starter.folder()).isPresent()) {
      Lock.ifFree(
          starter.folder().resolve("lock"),
          "settle what was left",
          () -> {
            starter.settle();
            return Optional.<Boolean>empty();
          });
    }
  }
}
