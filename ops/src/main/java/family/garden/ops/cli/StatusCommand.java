package family.garden.ops.cli;

import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import family.garden.ops.status.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "Shows what runs and its state, on one screen.")
final class StatusCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.print(new Status(StackStatus.read(common.load(), common.progress())));
  }
}
