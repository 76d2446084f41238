package family.garden.ops.deploy;

import family.garden.ops.result.OpsException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The same release has changed its colour, so the version to go back to gets the other one: a
 * rollback leads to it as before.
 */
final class KeepPrevious implements Step {
  @Override
  public String name() {
    return "keep-previous";
  }

  @Override
  public String describe(DeployContext context) {
    return "Keeping the version to go back to";
  }

  @Override
  public boolean isPastPointOfNoReturn() {
    return true;
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    Map<String, String> before = context.plan().imagesBefore();
    Map<String, String> images = new LinkedHashMap<>(context.images().read());
    for (String image : List.of("IMAGE", "WEB_IMAGE")) {
      String previous = before.get(context.newColour().setting(image));
      if (previous != null) {
        images.put(context.oldColour().setting(image), previous);
      }
    }
    context.images().write(images);
    context.changeInstalled(
        installed -> installed.with(context.oldColour(), context.plan().installedBefore()));
  }
}
