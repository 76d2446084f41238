package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.disk.Lock;
import family.garden.ops.progress.Progress;
import family.garden.ops.proxy.Switch;
import family.garden.ops.result.OpsException;
import java.util.Optional;

/**
 * Brings what settings.env says to the containers that run with other settings: to the server
 * without a gap, to the others by replacing them.
 */
public record SettingsChanges(Settings settings, Progress progress) {
  private static final String WHAT = "apply the settings";

  /**
   * What {@link #apply} would do; changes nothing.
   *
   * @param force whether the server is replaced also where nothing differs
   */
  public Change change(boolean force) throws OpsException {
    Drift drift = Drift.of(settings, settings.file(), new Switch(settings.places().live()).live());
    boolean server = drift.server() || force;
    return new Change(
        new Applied(settings).changes(),
        server,
        drift.others(),
        new History(settings.places().state())
            .lastTook(server ? Operation.APPLY : Operation.APPLY_SERVICES));
  }

  /**
   * Brings them.
   *
   * @param force replaces the server also where nothing differs, for a secret's file that changed
   * @return what was done; empty where no container was concerned
   * @throws OpsException as {@link Deploys#deploy}
   */
  public Optional<Deployed> apply(boolean force) throws OpsException {
    settings.expectFitForStack();
    DeployStarter starter = new DeployStarter(settings, progress);
    try (Lock _ = starter.lock(WHAT)) {
      expectNoReleaseHalfDone();
      starter.settle();
      new FrontNetwork(settings).expectSame(WHAT);
      StackState stack = StackState.read(settings);
      Change change = change(force);
      change.lines().forEach(progress::info);
      if (!change.concernsContainers()) {
        new Applied(settings).remember(progress);
        return Optional.empty();
      }
      if (!change.services().isEmpty() && !new Applied(settings).isKnown()) {
        progress.warn(
            "nobody knows with which settings %s runs: where it fails, these are not undone"
                .formatted(String.join(", ", change.services())));
      }
      Operation operation = change.server() ? Operation.APPLY : Operation.APPLY_SERVICES;
      return Optional.of(starter.begin(operation, stack, stack.known(WHAT), WHAT));
    }
  }

  private void expectNoReleaseHalfDone() throws OpsException {
    Optional<DeployPlan> interrupted =
        DeployState.read(settings.places().state()).map(DeployState::plan);
    if (interrupted.isPresent() && interrupted.get().operation().changesRelease()) {
      throw OpsException.refused(
          WHAT,
          "the %s of %s is half done"
              .formatted(interrupted.get().operation(), interrupted.get().version()),
          "\"bookingctl rollback\" or \"bookingctl deploy\" finishes or undoes it first.");
    }
  }
}
