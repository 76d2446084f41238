package family.garden.ops.cli;

import family.garden.ops.deploy.Maintenance;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "prune",
    description = "Removes images that deploys brought, but what runs and the release before.")
final class PruneCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.tell(new Maintenance(common.load(), common.progress()).prune());
  }
}
