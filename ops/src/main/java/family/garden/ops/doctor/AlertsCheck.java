package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.status.Alert;
import family.garden.ops.status.StackStatus;

/** Which alerts of the monitoring are open. */
final class AlertsCheck implements StackCheck {
  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    for (Alert alert : status.alerts()) {
      found.urgent(
          "%s is open (%s)".formatted(alert.name(), alert.summary()),
          "The runbook says what it means.");
    }
  }
}
