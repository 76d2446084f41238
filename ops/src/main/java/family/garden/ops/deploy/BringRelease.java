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
    return "Preparing a second server of " + context.plan().release().version();
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    context.changeInstalled(
        installed ->
            installed
                .with(context.oldColour(), context.plan().before())
                .bringing(context.newColour(), context.plan().release()));
  }

  @Override
  public void undo(DeployContext context) throws OpsException {
    context.changeInstalled(
        installed -> installed.with(context.newColour(), context.plan().installedBefore()));
  }
}
