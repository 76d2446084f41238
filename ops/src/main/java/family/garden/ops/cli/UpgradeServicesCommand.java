package family.garden.ops.cli;

import family.garden.ops.deploy.Options;
import family.garden.ops.deploy.ServiceUpgrades;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "upgrade-services",
    description =
        "Brings nginx, PostgreSQL and Redis to those of the release that serves: the site is away"
            + " for some seconds.")
final class UpgradeServicesCommand extends ResultCommand {
  @Option(names = "--dry-run", description = "Shows what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = "--no-backup",
      description = "Without a backup before: quicker, and the data is at risk.")
  private boolean noBackup;

  @Override
  CommandResult run() throws OpsException {
    ServiceUpgrades upgrades = new ServiceUpgrades(load(), progress());
    return dryRun ? upgrades.plan() : upgrades.run(new Options(!noBackup));
  }
}
