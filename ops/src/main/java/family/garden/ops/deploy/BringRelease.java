package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;

/** Writes down that the other colour runs the release that serves, until {@link KeepPrevious}. */
final class BringRelease implements Step {
  @Override
  public String name() {
    return "bring";
  }

  @Override
  public String describe(DeployContext attempt) {
    return "Preparing a second server of " + attempt.journal().release().version();
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    Installed.read(attempt.state())
        .with(attempt.old(), attempt.journal().before())
        .bringing(attempt.fresh(), attempt.journal().release())
        .write(attempt.state());
  }

  @Override
  public void undo(DeployContext attempt) throws OpsException {
    Installed.read(attempt.state())
        .with(attempt.fresh(), attempt.journal().installedBefore())
        .write(attempt.state());
  }
}
