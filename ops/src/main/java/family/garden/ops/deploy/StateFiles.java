package family.garden.ops.deploy;

import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.util.List;

/** Whether the files that bookingctl keeps between two deploys can be read. */
public final class StateFiles {
  /** What to do about each of them. */
  public static final String ADVICE = StateFile.REPAIR;

  private StateFiles() {}

  /**
   * The files with which a deploy would refuse to begin.
   *
   * @param runs whether containers of Booking are here, so that images.env must be too
   * @return a sentence for each file that is lost, empty, cut off or no such file at all
   */
  public static List<String> damaged(Settings settings, boolean runs) {
    Path state = settings.places().state();
    List<StateFile.Reading> readings =
        List.of(
            () -> new History(state).read(),
            () -> Installed.read(state),
            () -> DeployState.read(state),
            () -> {
              if (new ImagesFile(settings.places().images()).read().isEmpty() && runs) {
                new Leftovers(settings).expectNone();
              }
              return true;
            });
    // The history is read for installed.json too, so its fault may be there twice.
    return readings.stream()
        .flatMap(reading -> StateFile.fault(reading).stream())
        .map(OpsException::withoutAdvice)
        .distinct()
        .toList();
  }
}
