package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.SecretFile;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.util.Optional;

/** Makes a secret of the server anew, without a gap. */
public record SecretRotation(Settings settings, Progress progress) {
  /**
   * Makes it anew.
   *
   * @param evenSo whether what is lost with it may be lost
   * @throws OpsException as {@link Deploys#deploy}
   */
  public Deployed rotate(String name, boolean evenSo) throws OpsException {
    String what = "make " + name + " anew";
    Secrets.expectRotatable(name, evenSo);
    DeployStarter starter = new DeployStarter(settings, progress);
    return starter.alone(
        what,
        () -> {
          SecretFile.in(settings.places().secrets(), name).read();
          StackState stack = StackState.read(settings);
          return starter.begin(
              Operation.ROTATE, stack, stack.known(what), Options.USUAL, Optional.of(name), what);
        });
  }
}
