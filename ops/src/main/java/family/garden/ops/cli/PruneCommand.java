package family.garden.ops.cli;

import family.garden.ops.deploy.Maintenance;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "prune",
    description =
        "Removes images of old releases; keeps those of the running release and the one before.")
final class PruneCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.print(new Maintenance(common.load(), common.progress()).prune());
  }
}
