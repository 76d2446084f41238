package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Maintenance;
import family.garden.ops.release.Releases;
import family.garden.ops.result.OpsException;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(
    name = "repair",
    description =
        "Rebuilds images.env and the files of the state folder from what is on this machine, where"
            + " one of them is lost or damaged; the damaged one is set aside.")
final class RepairCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION|DIGEST",
      description = "The release that ran here, for what no container and no file knows any more.")
  private @Nullable String name;

  @Override
  public Integer call() throws OpsException {
    Settings settings = common.load();
    return common.tell(
        new Maintenance(settings, common.progress())
            .repair(
                name == null ? Optional.empty() : Optional.of(new Releases(settings).find(name))));
  }
}
