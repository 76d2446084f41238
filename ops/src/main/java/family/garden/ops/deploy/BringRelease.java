package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;

/** Writes down that the other colour runs the release that serves, until {@link KeepPrevious}. */
final class BringRelease implements Step {
  @Override
  public String name() {
    return "bring-release";
  }

  @Override
  public String describe(DeployContext context) {
    return "Preparing a second server of " + context.journal().release().version();
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    Installed.read(context.state())
        .with(context.oldColour(), context.journal().before())
        .bringing(context.newColour(), context.journal().release())
        .write(context.state());
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    Installed.read(context.state())
        .with(context.newColour(), context.journal().installedBefore())
        .write(context.state());
  }
}
