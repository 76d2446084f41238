package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Whether a deploy could read all that it remembers by. */
public final class StateFiles {
  /** What to do about each of them. */
  public static final String ADVICE = StateFile.REPAIR;

  private StateFiles() {}

  /**
   * What a deploy would refuse to go on with.
   *
   * @param runs whether containers of Booking are here, so that images.env must be too
   * @return a sentence for each file that is lost, empty, cut off or no such file at all
   */
  public static List<String> damaged(Settings settings, boolean runs) {
    Path state = settings.places().state();
    List<String> damaged = new ArrayList<>();
    look(damaged, () -> new History(state).read());
    look(damaged, () -> Installed.read(state));
    look(damaged, () -> DeployState.read(state));
    look(
        damaged,
        () -> {
          if (new ImagesFile(settings.places().images()).read().isEmpty() && runs) {
            new Leftovers(settings).expectNone();
          }
          return true;
        });
    return damaged;
  }

  /** Reads a file, to see whether that can be done. */
  private interface Look {
    Object read() throws OpsException;
  }

  private static void look(List<String> damaged, Look look) {
    try {
      var _ = look.read();
    } catch (OpsException e) {
      String what = String.valueOf(e.getMessage()).replace(ADVICE, "").strip();
      // A history that cannot be read is in the way of others too.
      if (!damaged.contains(what)) {
        damaged.add(what);
      }
    }
  }
}
