package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.preflight.Preflight;
import family.garden.ops.progress.Progress;
import family.garden.ops.release.Release;
import family.garden.ops.result.OpsException;
import java.util.List;
import java.util.Optional;

/** Deploys a release, and goes back to the one before. */
public final class Deploys {
  private static final String DEPLOY_BY_NAME = "Deploy the version that you want by its name.";

  private final Settings settings;
  private final Progress progress;
  private final DeployStarter starter;

  public Deploys(Settings settings, Progress progress) {
    this.settings = settings;
    this.progress = progress;
    this.starter = new DeployStarter(settings, progress);
  }

  /** What serves, and what served before it. */
  public LiveReleases live() throws OpsException {
    return StackState.read(settings).live();
  }

  public List<HistoryEntry> history() throws OpsException {
    return new History(starter.folder()).read();
  }

  public Explained plan(Release release) throws OpsException {
    StackState stack = StackState.read(settings);
    return Explained.of(stack.plan(stack.deploy(), release), history());
  }

  /** Whether a deploy may begin; fetches images that are missing, and changes nothing else. */
  public Preflight preflight(Release release) throws OpsException {
    settings.expectFitForStack();
    StackState stack = StackState.read(settings);
    return Preflight.of(settings, stack.request(stack.deploy(), release));
  }

  /**
   * Deploys a release; done when it serves alone.
   *
   * @throws OpsException refused before anything was touched, failed and undone, or in need of a
   *     person
   */
  public Deployed deploy(Release release, Options options) throws OpsException {
    String what = "deploy " + release.version();
    settings.expectFitForStack();
    return starter.alone(
        what,
        () -> {
          StackState stack = StackState.read(settings);
          return stack.serves(release)
              ? stack.unchanged(Operation.DEPLOY, release, progress.elapsed())
              : starter.begin(stack.deploy(), stack, release, options, Optional.empty(), what);
        });
  }

  /**
   * Goes back to the release that the other colour ran last; done when that serves alone.
   *
   * @throws OpsException as {@link #deploy}; refused as well where that release is unknown, or the
   *     last operation was a rollback already
   */
  public Deployed rollback() throws OpsException {
    String what = "go back to the version before";
    return starter.alone(
        what,
        () -> {
          StackState stack = StackState.read(settings);
          Release previous =
              stack
                  .live()
                  .previous()
                  .orElseThrow(
                      () ->
                          OpsException.refused(
                              what, "there is none on this machine", DEPLOY_BY_NAME));
          if (new History(starter.folder())
              .lastChangeOfRelease()
              .filter(Operation.ROLLBACK::equals)
              .isPresent()) {
            throw OpsException.refused(
                what, "the last thing done was to go back already", DEPLOY_BY_NAME);
          }
          return starter.begin(Operation.ROLLBACK, stack, previous, what);
        });
  }
}
