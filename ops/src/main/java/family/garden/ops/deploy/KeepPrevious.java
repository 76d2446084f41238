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
  public String describe(DeployContext attempt) {
    return "Keeping the version to go back to";
  }

  @Override
  public boolean isPastPointOfNoReturn() {
    return true;
  }

  @Override
  public void run(DeployContext attempt) throws OpsException {
    Map<String, String> before = attempt.journal().imagesBefore();
    Map<String, String> images = new LinkedHashMap<>(attempt.images().read());
    for (String image : List.of("IMAGE", "WEB_IMAGE")) {
      String previous = before.get(attempt.fresh().setting(image));
      if (previous != null) {
        images.put(attempt.old().setting(image), previous);
      }
    }
    attempt.images().write(images);
    Installed.read(attempt.state())
        .with(attempt.old(), attempt.journal().installedBefore())
        .write(attempt.state());
  }
}
