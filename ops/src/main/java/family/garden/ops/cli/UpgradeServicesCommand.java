package family.garden.ops.cli;

import family.garden.ops.deploy.Options;
import family.garden.ops.deploy.ServiceUpgrades;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "upgrade-services",
    description =
        "Brings nginx, PostgreSQL and Redis to those of the release that serves: the site is away"
            + " for some seconds.")
final class UpgradeServicesCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Option(names = "--dry-run", description = "Shows what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = "--no-backup",
      description = "Without a backup before: quicker, and the data is at risk.")
  private boolean noBackup;

  @Override
  public Integer call() throws OpsException {
    ServiceUpgrades upgrades = new ServiceUpgrades(common.load(), common.progress());
    return common.print(dryRun ? upgrades.plan() : upgrades.run(new Options(!noBackup)));
  }
}
