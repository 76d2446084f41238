package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.status.StackStatus;
import java.util.List;

/** Which alerts of the monitoring are open. */
final class AlertsCheck implements StackCheck {
  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus status) {
    return status.alerts().stream()
        .map(
            alert ->
                urgent(
                    "%s is open (%s)".formatted(alert.name(), alert.summary()),
                    "The runbook says what it means."))
        .toList();
  }
}
