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
    description = "Deploys a release without a gap, and goes back by itself where it is no good.")
final class DeployCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION|DIGEST",
      description = "Which release; the newest without it.")
  private @Nullable String name;

  @Option(names = "--dry-run", description = "Shows what would be done, and does nothing.")
  private boolean dryRun;

  @Option(
      names = "--no-backup",
      description = "Without a backup before: quicker, and the data is at risk.")
  private boolean noBackup;

  @Override
  public Integer call() throws OpsException {
    Settings settings = common.load();
    Deploys deploys = new Deploys(settings, common.progress());
    Release release = ReleaseSelector.release(settings, deploys, name);
    return common.tell(
        dryRun ? deploys.plan(release) : deploys.deploy(release, new Options(!noBackup)));
  }
}
