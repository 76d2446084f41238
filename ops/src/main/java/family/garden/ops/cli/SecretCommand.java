package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.SecretRotation;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.SiteThroughProxy;
import family.garden.ops.smoke.SmokePassword;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "secret",
    description = "Secrets of this box.",
    subcommands = SecretCommand.RotateCommand.class)
final class SecretCommand extends CommandGroup {
  @Command(
      name = "rotate",
      description =
          "Replaces a secret without downtime, for example after somebody else may have read it.")
  static final class RotateCommand extends ResultCommand {
    @Parameters(
        paramLabel = "NAME",
        description = "database-password, server-secret or smoke-password.")
    private String name = "";

    @Option(
        names = "--even-so",
        description =
            "Replaces it even if that ends sessions and loses the data that is encrypted with it.")
    private boolean evenSo;

    @Override
    CommandResult run() throws OpsException {
      Settings settings = load();
      return name.equals("smoke-password")
          ? new SmokePassword(settings, progress()).rotate(SiteThroughProxy.open(settings))
          : new SecretRotation(settings, progress()).rotate(name, evenSo);
    }
  }
}
