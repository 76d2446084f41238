package family.garden.ops.cli;

import family.garden.ops.deploy.Deploys;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import picocli.CommandLine.Command;

@Command(
    name = "rollback",
    description = "Goes back to the previous version; ends when that version serves.")
final class RollbackCommand extends ResultCommand {
  @Override
  CommandResult run() throws OpsException {
    return new Deploys(load(), progress()).rollback();
  }
}
