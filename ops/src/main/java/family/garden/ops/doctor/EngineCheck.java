package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.time.Duration;
import java.util.List;

/** Whether the container engine answers. */
final class EngineCheck implements Check {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) {
    if (!seen.parts().isEmpty()) {
      return List.of();
    }
    String why;
    try {
      ProcessResult outcome =
          Processes.run(
              new Engine(settings).call("version", "--format", "{{.Server.Version}}"), LIMIT);
      if (outcome.isDone()) {
        return List.of(
            Finding.urgent(
                name(),
                "it runs, but nothing of \"" + settings.stack() + "\"",
                "\"systemctl restart booking.service\" starts it; \"bookingctl logs\" says more."));
      }
      why = outcome.because();
    } catch (OpsException e) {
      why = String.valueOf(e.getMessage());
    }
    return List.of(
        Finding.urgent(
            name(),
            "it does not answer (" + why + ")",
            "\"systemctl status docker\" says why; \"systemctl restart docker\" keeps the containers."));
  }
}
