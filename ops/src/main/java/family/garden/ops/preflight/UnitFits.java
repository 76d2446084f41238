package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whether booking.service starts the same Compose files at a boot. The unit names one file; a
 * development machine has no unit and may use more files.
 *
 * @param box the settings of a box
 * @param unit the file of the unit on a box
 */
record UnitFits(Settings settings, Path box, Path unit) implements DeployCheck {
  private static final List<Path> ITS_FILES = List.of(Path.of("/opt/booking/compose.yaml"));

  UnitFits(Settings settings) {
    this(settings, Settings.DEFAULT, Path.of("/etc/systemd/system/booking.service"));
  }

  @Override
  public Finding look() {
    if (!settings.file().equals(box) || !Files.exists(unit)) {
      return ok("no unit of systemd starts this stack");
    }
    return settings.places().composeFiles().equals(ITS_FILES)
        ? ok("booking.service starts the same Compose file")
        : urgent(
            "booking.service starts %s only, and BOOKING_COMPOSE_FILES names %s"
                .formatted(ITS_FILES.getFirst(), settings.places().composeFiles()),
            "Remove BOOKING_COMPOSE_FILES from %s.".formatted(settings.file()));
  }
}
