package family.garden.ops.deploy;

import family.garden.ops.NeedsEngine;
import family.garden.testkit.OnePerLane;
import java.util.Optional;

/**
 * Hands the one {@link Box} of this JVM to every class that asks for it. Each test leaves the
 * colour that it found.
 */
public final class OneBox extends OnePerLane<Box> {
  /** A release that is as good as what runs. */
  static final String GOOD = "8.0.1";

  public OneBox() {
    super(Box.class);
  }

  @Override
  protected Optional<String> missing() {
    return NeedsEngine.missingForCtl();
  }

  @Override
  protected Box start() throws Exception {
    Box box = Box.up("deploy");
    box.releasing().publishToStay(GOOD);
    return box;
  }
}
