package family.garden.ops.cli;

import family.garden.ops.result.OpsException;
import family.garden.ops.status.Health;
import family.garden.ops.status.StackStatus;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "health",
    description =
        "Says whether the site answers and each container is healthy; the exit code is 0 or 1.")
final class HealthCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.print(Health.of(StackStatus.read(common.load(), common.progress())));
  }
}
