package family.garden.ops.config;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * The files and folders of Booking.
 *
 * @param composeFiles the Compose file, then the files that override it
 * @param images images.env: which images run, and which of the servers is live
 * @param live the folder that tells nginx which server is live
 * @param secrets the folder with one file for each secret
 * @param state the folder with the state of bookingctl: history, lock, a running deploy
 * @param backups the folder with the backups on this machine
 */
public record Places(
    List<Path> composeFiles, Path images, Path live, Path secrets, Path state, Path backups) {

  /** The Compose file that releases bring; the others are the keeper's own. */
  public Path composeFile() {
    return composeFiles.getFirst();
  }

  static Places read(Settings.Reader reader, Path settings) {
    Path var = Path.of("/var/lib/booking");
    return new Places(
        Arrays.stream(
                reader.text("BOOKING_COMPOSE_FILES", "/opt/booking/compose.yaml").split(":", -1))
            .map(file -> absolute(reader, file))
            .toList(),
        reader.path("BOOKING_IMAGES", settings.resolveSibling("images.env")),
        reader.path("BOOKING_LIVE", var.resolve("live")),
        reader.path("BOOKING_SECRETS", Path.of("/etc/booking/secrets")),
        reader.path("BOOKING_STATE", var.resolve("state")),
        reader.path("BOOKING_BACKUPS", var.resolve("backups")));
  }

  private static Path absolute(Settings.Reader reader, String file) {
    if (!file.startsWith("/")) {
      reader
          .problems()
          .add(
              "BOOKING_COMPOSE_FILES",
              "expected paths that begin with /, with a colon between them, not " + file);
    }
    return Path.of(file);
  }
}
