package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.status.StackStatus;
import java.util.List;

/** What the monitoring complains about. */
final class AlertsCheck implements Check {
  @Override
  public String name() {
    return "alerts";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus status) {
    return status.alerts().stream()
        .map(
            alert ->
                Finding.urgent(
                    name(),
                    "%s is open (%s)".formatted(alert.name(), alert.summary()),
                    "The runbook says what it means."))
        .toList();
  }
}
