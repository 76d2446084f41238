package family.garden.ops.cli;

import family.garden.ops.report.Trouble;
import family.garden.ops.status.Health;
import family.garden.ops.status.Seen;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "health",
    description = "Whether the site answers and each part is well; ends with 0 or 1.")
final class HealthVerb implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws Trouble {
    return common.tell(Health.of(Seen.look(common.load(), common.progress())));
  }
}
