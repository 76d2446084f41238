package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.status.StackStatus;

/** Whether the site answers, and the live server answers for it. */
final class SiteCheck implements StackCheck {
  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    if (!status.site().well()) {
      found.urgent(
          status.site().problem(),
          "Another finding may be the reason; otherwise see bookingctl logs.");
    }
    status
        .live()
        .ifPresent(
            live ->
                status
                    .site()
                    .colour()
                    .filter(answered -> !answered.equals(live.toString()))
                    .ifPresent(
                        answered ->
                            found.urgent(
                                "%s answers, but the live folder says %s".formatted(answered, live),
                                "See whether %s is the folder that the proxy reads (BOOKING_LIVE)."
                                    .formatted(settings.places().live()))));
  }
}
