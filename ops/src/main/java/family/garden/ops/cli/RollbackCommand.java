package family.garden.ops.cli;

import family.garden.ops.deploy.Deploys;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "rollback",
    description = "Goes back to the version before; done when that one serves again.")
final class RollbackCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.tell(new Deploys(common.load(), common.progress()).rollback());
  }
}
