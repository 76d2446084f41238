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
        "Looks whether a release could be deployed; fetches its images and changes nothing else.")
final class PreflightCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION|DIGEST",
      description = "Which release; the newest without it.")
  private @Nullable String name;

  @Override
  public Integer call() throws OpsException {
    Settings settings = common.load();
    Deploys deploys = new Deploys(settings, common.progress());
    return common.tell(deploys.preflight(ReleaseSelector.release(settings, deploys, name)));
  }
}
