package family.garden.ops.cli;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.Health;
import family.garden.ops.status.StackStatus;
import picocli.CommandLine.Command;

@Command(
    name = "health",
    description =
        "Says whether the site answers and each container is healthy; the exit code is 0 or 1.")
final class HealthCommand extends ResultCommand {
  @Override
  CommandResult run() throws OpsException {
    return Health.of(StackStatus.read(load(), progress()));
  }
}
