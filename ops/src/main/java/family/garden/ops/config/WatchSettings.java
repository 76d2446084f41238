package family.garden.ops.config;

import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Automatic updates and alerts.
 *
 * @param hours {@code BOOKING_WATCH_HOURS}: the hours in which a new release may be installed
 *     automatically, like 09-21, while the keeper is awake; empty for always
 * @param zone {@code BOOKING_ZONE}: the time zone of the keeper
 * @param alerts {@code BOOKING_ALERTS}: the address of Alertmanager; without it, no alerts are read
 */
public record WatchSettings(String hours, ZoneId zone, Optional<URI> alerts) {
  static WatchSettings read(Settings.Reader reader) {
    String hour = "([01]\\d|2[0-3])";
    String alerts =
        reader.matching(
            "BOOKING_ALERTS",
            "",
            "(|https?://[A-Za-z0-9.-]+(:\\d{1,5})?/?)",
            "an address like http://127.0.0.1:9093");
    return new WatchSettings(
        reader.matching(
            "BOOKING_WATCH_HOURS", "", "(|" + hour + "-" + hour + ")", "hours like 09-21"),
        zone(reader),
        alerts.isEmpty() ? Optional.empty() : Optional.of(URI.create(alerts)));
  }

  private static ZoneId zone(Settings.Reader reader) {
    String name = reader.text("BOOKING_ZONE", "Europe/Berlin");
    try {
      return ZoneId.of(name);
    } catch (DateTimeException e) {
      reader.problems().add("BOOKING_ZONE", "expected a zone like Europe/Berlin, not " + name);
      return ZoneId.of("UTC");
    }
  }
}
