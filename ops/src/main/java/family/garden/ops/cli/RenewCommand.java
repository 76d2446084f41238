package family.garden.ops.cli;

import family.garden.ops.deploy.Deploys;
import family.garden.ops.deploy.Options;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "renew",
    description =
        "Brings nginx, PostgreSQL and Redis to those of the release that serves: the site is away"
            + " for some seconds.")
final class RenewCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--dry-run", description = "Shows what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = "--no-backup",
      description = "Without a backup before: quicker, and the data is at risk.")
  private boolean noBackup;

  @Override
  public Integer call() throws OpsException {
    Deploys deploys = new Deploys(common.load(), common.progress());
    return common.tell(dryRun ? deploys.planOfRenewal() : deploys.renew(new Options(!noBackup)));
  }
}
