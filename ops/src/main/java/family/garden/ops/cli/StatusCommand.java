package family.garden.ops.cli;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import family.garden.ops.status.Status;
import picocli.CommandLine.Command;

@Command(name = "status", description = "Shows what runs and its state, on one screen.")
final class StatusCommand extends ResultCommand {
  @Override
  CommandResult run() throws OpsException {
    return new Status(StackStatus.read(load(), progress()));
  }
}
