package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.deploy.Options;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "deploy",
    description =
        "Deploys a release without downtime, and undoes the deploy if the new version fails.")
final class DeployCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION|DIGEST",
      description = "The release; the newest if none is given.")
  private @Nullable String name;

  @Option(names = "--dry-run", description = "Shows what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = "--no-backup",
      description = "Makes no backup before: quicker, and the data is at risk.")
  private boolean noBackup;

  @Override
  public Integer call() throws OpsException {
    Settings settings = common.load();
    Deploys deploys = new Deploys(settings, common.progress());
    Release release = ReleaseSelector.release(settings, deploys, name);
    return common.print(
        dryRun ? deploys.plan(release) : deploys.deploy(release, new Options(!noBackup)));
  }
}
