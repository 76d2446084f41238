package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.deploy.Options;
import family.garden.ops.release.Release;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "deploy",
    description =
        "Deploys a release without downtime, and undoes the deploy if the new version fails.")
final class DeployCommand extends ResultCommand {
  @Mixin private ReleaseSelector release = new ReleaseSelector();

  @Option(names = "--dry-run", description = "Shows what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = "--no-backup",
      description = "Makes no backup before: quicker, and the data is at risk.")
  private boolean noBackup;

  @Override
  CommandResult run() throws OpsException {
    Settings settings = load();
    Deploys deploys = new Deploys(settings, progress());
    Release chosen = release.select(settings, deploys);
    return dryRun ? deploys.plan(chosen) : deploys.deploy(chosen, new Options(!noBackup));
  }
}
