package family.garden.ops.cli;

import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import family.garden.ops.status.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "What runs and how it is, on one screen.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.tell(new Status(StackStatus.look(common.load(), common.progress())));
  }
}
