package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Deploys;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(
    name = "preflight",
    description =
        "Checks whether a release could be deployed; pulls its images and changes nothing else.")
final class PreflightCommand extends ResultCommand {
  @Mixin private ReleaseSelector release = new ReleaseSelector();

  @Override
  CommandResult run() throws OpsException {
    Settings settings = load();
    Deploys deploys = new Deploys(settings, progress());
    return deploys.preflight(release.select(settings, deploys));
  }
}
