package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.time.Duration;

/** Whether the container engine answers. */
final class EngineCheck implements StackCheck {
  private static final Duration LIMIT = Duration.ofSeconds(20);

  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    if (!status.containers().isEmpty()) {
      return;
    }
    String why;
    try {
      ProcessResult result =
          Processes.run(
              new Engine(settings).call("version", "--format", "{{.Server.Version}}"), LIMIT);
      if (result.isSuccess()) {
        found.urgent(
            "it answers, but has no containers of \"" + settings.stack() + "\"",
            "\"systemctl restart booking.service\" starts it; \"bookingctl logs\" says more.");
        return;
      }
      why = result.failure();
    } catch (OpsException e) {
      why = e.getMessage();
    }
    found.urgent(
        "it does not answer (" + why + ")",
        "\"systemctl status docker\" says why; \"systemctl restart docker\" keeps the containers.");
  }
}
