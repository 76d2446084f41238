package family.garden.ops.cli;

import family.garden.ops.deploy.Deployed;
import family.garden.ops.deploy.SettingsChanges;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "apply",
    description =
        "Applies changed settings to the running containers; the site stays up while the server is"
            + " replaced. If a container does not become healthy, the change is undone.")
final class ApplyCommand extends ResultCommand {
  @Option(names = "--dry-run", description = "Shows what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = "--force",
      description =
          "Replaces the server even if no setting differs, for example after a secret's file changed.")
  private boolean force;

  record Nothing(boolean changed) implements CommandResult {
    @Override
    public List<String> lines() {
      return List.of("No container of the site had to be replaced.");
    }
  }

  @Override
  CommandResult run() throws OpsException {
    SettingsChanges changes = new SettingsChanges(load(), progress());
    if (dryRun) {
      return changes.change(force);
    }
    Optional<Deployed> done = changes.apply(force);
    return done.isPresent() ? done.get() : new Nothing(false);
  }
}
