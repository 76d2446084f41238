package family.garden.ops.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What watches the box.
 *
 * @param level how much of the monitoring runs on this machine
 * @param folder {@code BOOKING_MONITORING_FOLDER}: what bookingctl gives to the monitoring; {@code
 *     alertmanager} has its configuration, {@code metrics} the figures of bookingctl
 * @param ping {@code BOOKING_PING_URL}: an address outside the house that reports when it is not
 *     requested for too long; it is a secret
 */
public record MonitoringSettings(Level level, Path folder, Optional<URI> ping) {
  /** {@code https}, or {@code http} to a host that only the house can have. */
  private static final String PING =
      "(|(https://[A-Za-z0-9.-]+"
          + "|http://([A-Za-z0-9-]+|[A-Za-z0-9.-]+\\.(local|lan|home\\.arpa)"
          + "|(10|127|192\\.168|172\\.(1[6-9]|2\\d|3[01]))(\\.\\d{1,3}){2,3})"
          + ")(:\\d{1,5})?(/[A-Za-z0-9._~/-]*)?(\\?[A-Za-z0-9._~=&%-]*)?)";

  /** How much of it runs here. */
  public enum Level {
    /** Only the doctor, now and then. */
    NONE,
    /** VictoriaMetrics, vmalert, Alertmanager and node_exporter. */
    SMALL
  }

  static MonitoringSettings read(Settings.Reader reader) {
    String level = reader.matching("BOOKING_MONITORING", "none", "none|small", "none or small");
    String ping =
        reader.matching(
            "BOOKING_PING_URL",
            "",
            PING,
            "an address like https://hc-ping.com/…, or an http:// address in this house");
    return new MonitoringSettings(
        level.equals("small") ? Level.SMALL : Level.NONE,
        reader.path("BOOKING_MONITORING_FOLDER", Path.of("/var/lib/booking/monitoring")),
        ping.isEmpty() ? Optional.empty() : Optional.of(URI.create(ping)));
  }

  public boolean isSmall() {
    return level == Level.SMALL;
  }

  /** Where node_exporter finds the figures of bookingctl. */
  public Path metrics() {
    return folder.resolve("metrics");
  }

  /** Where Alertmanager finds its configuration. */
  public Path alertmanager() {
    return folder.resolve("alertmanager");
  }
}
