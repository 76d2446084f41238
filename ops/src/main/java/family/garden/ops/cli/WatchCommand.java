package family.garden.ops.cli;

import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.watch.Watch;
import picocli.CommandLine.Command;

@Command(
    name = "watch",
    description =
        "Looks once for a newer release and deploys it; booking-watch.timer calls it. Ends with 0 "
            + "where there is nothing to do.")
final class WatchCommand extends ResultCommand {
  @Override
  CommandResult run() throws OpsException {
    return new Watch(load(), progress()).once();
  }
}
