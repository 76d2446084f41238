package family.garden.ops.cli;

import family.garden.ops.config.Settings;
import family.garden.ops.deploy.SecretRotation;
import family.garden.ops.result.OpsException;
import family.garden.ops.site.SiteThroughProxy;
import family.garden.ops.smoke.SmokePassword;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "rotate",
    description =
        "Replaces a secret without downtime, for example after somebody else may have read it.")
final class SecretRotateCommand implements Callable<Integer> {
  @Mixin private CommonOptions common = new CommonOptions();

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
  public Integer call() throws OpsException {
    Settings settings = common.load();
    return common.print(
        name.equals("smoke-password")
            ? new SmokePassword(settings, common.progress()).rotate(SiteThroughProxy.open(settings))
            : new SecretRotation(settings, common.progress()).rotate(name, evenSo));
  }
}
