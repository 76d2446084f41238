package family.garden.ops.preflight;

import family.garden.ops.config.Settings;
import family.garden.ops.result.OpsException;
import java.util.List;

/** Memory for a second server beside the one that serves, if need be without the monitoring. */
record SecondServerFits(Settings settings, Memory memory) implements Check {
  @Override
  public String name() {
    return "memory";
  }

  @Override
  public Finding look() throws OpsException {
    long needed = settings.deploys().secondServer();
    long available = memory.available();
    if (available >= needed) {
      return Finding.well(
          name(), "%d MB are free, a second server needs %d".formatted(available, needed));
    }
    List<String> monitoring = memory.monitoring();
    long given = memory.taken(monitoring);
    if (available + given >= needed) {
      return Finding.well(
          name(),
          "%d MB are free; pausing %s gives %d more, and a second server needs %d"
              .formatted(available, String.join(", ", monitoring), given, needed));
    }
    return Finding.bad(
        name(),
        "%d MB are free, and a second server needs %d%s"
            .formatted(
                available,
                needed,
                monitoring.isEmpty()
                    ? ""
                    : "; pausing the monitoring gives only %d".formatted(given)),
        "Stop what else runs on this machine, or set BOOKING_SERVER_MEMORY to what was measured.");
  }
}
