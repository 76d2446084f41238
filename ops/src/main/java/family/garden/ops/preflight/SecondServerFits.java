package family.garden.ops.preflight;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.containers.Containers;
import family.garden.ops.result.OpsException;
import java.util.List;

/** Whether a second server fits into memory, if need be while the monitoring is paused. */
record SecondServerFits(Settings settings, Memory memory) implements DeployCheck {
  @Override
  public Finding look() throws OpsException {
    long needed = settings.deploys().secondServer();
    long available = memory.available();
    if (available >= needed) {
      return ok("%d MB are free, a second server needs %d".formatted(available, needed));
    }
    List<String> monitoring = memory.monitoring();
    long given = new Containers(memory.engine()).memory(monitoring);
    if (available + given >= needed) {
      return ok(
          "%d MB are free; pausing %s gives %d more, and a second server needs %d"
              .formatted(available, String.join(", ", monitoring), given, needed));
    }
    return urgent(
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
