package family.garden.ops.preflight;

import family.garden.ops.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether booking.service starts the same Compose files at a boot. It knows one; on a development
 * machine there is no unit, and more files are welcome.
 *
 * @param box the settings of a box
 * @param unit where the unit is on a box
 */
record UnitFits(Settings settings, Path box, Path unit) implements Check {
  private static final List<Path> ITS_FILES = List.of(Path.of("/opt/booking/compose.yaml"));

  UnitFits(Settings settings) {
    this(settings, Settings.DEFAULT, Path.of("/etc/systemd/system/booking.service"));
  }

  @Override
  public String name() {
    return "unit";
  }

  @Override
  public Finding look() {
    if (!settings.file().equals(box) || !Files.exists(unit)) {
      return Finding.well(name(), "no unit of systemd starts this stack");
    }
    return settings.places().composeFiles().equals(ITS_FILES)
        ? Finding.well(name(), "booking.service starts the same Compose file")
        : Finding.bad(
            name(),
            "booking.service starts %s only, and BOOKING_COMPOSE_FILES names %s"
                .formatted(ITS_FILES.getFirst(), settings.places().composeFiles()),
            "Remove BOOKING_COMPOSE_FILES from %s.".formatted(settings.file()));
  }
}
