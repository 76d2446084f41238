package family.garden.ops.cli;

import family.garden.ops.deploy.Maintenance;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import picocli.CommandLine.Command;

@Command(
    name = "prune",
    description =
        "Removes images of old releases; keeps those of the running release and the one before.")
final class PruneCommand extends ResultCommand {
  @Override
  CommandResult run() throws OpsException {
    return new Maintenance(load(), progress()).prune();
  }
}
