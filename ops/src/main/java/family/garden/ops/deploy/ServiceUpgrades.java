package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.progress.Progress;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.util.List;
import java.util.Optional;

/**
 * Replaces nginx, PostgreSQL and Redis where the release that serves was made with others than run.
 * A deploy leaves them, since people notice it.
 */
public record ServiceUpgrades(Settings settings, Progress progress) {
  private static final String WHAT = "upgrade the services";

  public Explained plan() throws OpsException {
    StackState stack = StackState.read(settings);
    return Explained.of(
        stack.plan(Operation.UPGRADE_SERVICES, stack.known(WHAT)),
        new History(settings.places().state()).read());
  }

  /**
   * The services that an upgrade would replace, by their product names; none where nobody knows
   * what serves.
   */
  public List<String> outdated() throws OpsException {
    return StackState.read(settings).outdatedServices();
  }

  /**
   * Replaces them. The site is away for some seconds.
   *
   * @throws OpsException as {@link Deploys#deploy}
   */
  public Deployed run(Options options) throws OpsException {
    DeployStarter starter = new DeployStarter(settings, progress);
    return starter.alone(
        WHAT,
        () -> {
          StackState stack = StackState.read(settings);
          Release release = stack.known(WHAT);
          return stack.outdatedServices().isEmpty()
              ? stack.unchanged(Operation.UPGRADE_SERVICES, release, progress.elapsed())
              : starter.begin(
                  Operation.UPGRADE_SERVICES, stack, release, options, Optional.empty(), WHAT);
        });
  }
}
