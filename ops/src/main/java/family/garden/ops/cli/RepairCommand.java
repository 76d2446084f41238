package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.Maintenance;
import family.garden.ops.release.Releases;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "repair",
    description =
        "Rebuilds images.env and the files in the state folder if one is lost or damaged, from what"
            + " is on this machine; a damaged file is set aside.")
final class RepairCommand extends ResultCommand {
  @Parameters(
      arity = "0..1",
      paramLabel = "VERSION|DIGEST",
      description = "The release that ran here, for what no container and no file names any more.")
  private @Nullable String name;

  @Override
  CommandResult run() throws OpsException {
    Settings settings = load();
    return new Maintenance(settings, progress())
        .repair(name == null ? Optional.empty() : Optional.of(new Releases(settings).find(name)));
  }
}
