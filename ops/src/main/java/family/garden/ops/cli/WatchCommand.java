package family.garden.ops.cli;

import family.garden.ops.result.OpsException;
import family.garden.ops.watch.Watch;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "watch",
    description =
        "Looks once for a newer release and deploys it; booking-watch.timer calls it. Ends with 0 "
            + "where there is nothing to do.")
final class WatchCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Override
  public Integer call() throws OpsException {
    return common.tell(new Watch(common.load(), common.progress()).once());
  }
}
