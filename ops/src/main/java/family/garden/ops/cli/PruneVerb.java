package family.garden.ops.cli;

import family.garden.ops.deploy.Deploys;
import family.garden.ops.report.Trouble;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "prune",
    description = "Removes images that deploys brought, but what runs and the release before.")
final class PruneVerb implements Callable<Integer> {
  @Mixin private Common common = new Common();

  @Override
  public Integer call() throws Trouble {
    return common.tell(new Deploys(common.load(), common.progress()).prune());
  }
}
