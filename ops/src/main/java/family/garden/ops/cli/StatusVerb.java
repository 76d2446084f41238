package family.garden.ops.cli;

import family.garden.ops.report.Trouble;
import family.garden.ops.status.Seen;
import family.garden.ops.status.Status;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "status", description = "What runs and how it is, on one screen.")
final class StatusVerb implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws Trouble {
    return common.tell(new Status(Seen.look(common.load(), common.progress())));
  }
}
