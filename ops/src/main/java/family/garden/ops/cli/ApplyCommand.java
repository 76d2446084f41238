package family.garden.ops.cli;

import family.garden.ops.deploy.Deployed;
import family.garden.ops.deploy.SettingsChanges;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "apply",
    description =
        "Brings changed settings to the containers that run: to the server without a gap. What does"
            + " not become healthy is undone.")
final class ApplyCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--dry-run", description = "Shows what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = "--force",
      description = "Replaces the server also where nothing differs, like a secret's changed file.")
  private boolean force;

  /** No container was concerned. */
  record Nothing(boolean changed) implements CommandResult {
    @Override
    public List<String> lines() {
      return List.of("Nothing was to be replaced.");
    }
  }

  @Override
  public Integer call() throws OpsException {
    SettingsChanges changes = new SettingsChanges(common.load(), common.progress());
    if (dryRun) {
      return common.tell(changes.change(force));
    }
    Optional<Deployed> done = changes.apply(force);
    return common.tell(done.isPresent() ? done.get() : new Nothing(false));
  }
}
