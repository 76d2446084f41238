package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.status.StackStatus;
import java.util.ArrayList;
import java.util.List;

/** Whether people are served, by the colour that should serve them. */
final class SiteCheck implements Check {
  @Override
  public String name() {
    return "site";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) {
    List<Finding> found = new ArrayList<>();
    if (!seen.front().well()) {
      found.add(
          Finding.urgent(
              name(),
              seen.front().problem(),
              "What else stands here may be the reason; otherwise: bookingctl logs."));
    }
    seen.live()
        .ifPresent(
            live ->
                seen.front()
                    .colour()
                    .filter(answered -> !answered.equals(live.toString()))
                    .ifPresent(
                        answered ->
                            found.add(
                                Finding.urgent(
                                    name(),
                                    "%s answers, but the live folder says %s"
                                        .formatted(answered, live),
                                    "See whether %s is the folder that the proxy reads (BOOKING_LIVE)."
                                        .formatted(settings.places().live())))));
    return found;
  }
}
