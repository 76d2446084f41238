package family.garden.ops.cli;

import family.garden.ops.result.OpsException;
import family.garden.ops.status.Health;
import family.garden.ops.status.StackStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "health",
    description = "Whether the site answers and each part is well; ends with 0 or 1.")
final class HealthCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.tell(Health.of(StackStatus.look(common.load(), common.progress())));
  }
}
