package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.result.OpsException;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "preflight",
    description =
        "Checks whether a release could be deployed; pulls its images and changes nothing else.")
final class PreflightCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION|DIGEST",
      description = "The release; the newest if none is given.")
  private @Nullable String name;

  @Override
  public Integer call() throws OpsException {
    Settings settings = common.load();
    Deploys deploys = new Deploys(settings, common.progress());
    return common.print(deploys.preflight(ReleaseSelector.release(settings, deploys, name)));
  }
}
