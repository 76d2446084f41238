package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.engine.Engine;
import family.garden.ops.status.StackStatus;

/** Whether each container runs and stays up. */
final class ServicesCheck implements StackCheck {
  private static final int MANY_RESTARTS = 3;

  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    for (ContainerStatus container : status.containers()) {
      String logs = "\"bookingctl logs %s\" says why".formatted(container.service());
      if (container.state().equals("restarting") || container.restarts() >= MANY_RESTARTS) {
        found.urgent(
            "%s was started again %d times by itself and is %s"
                .formatted(container.service(), container.restarts(), container.describe()),
            logs
                + ", and too little memory shows as exit code 137; \"docker restart "
                + new Engine(settings).container(container.service())
                + "\" counts from zero again.");
      } else if (container.describe().equals("starting")) {
        // Its health was not checked yet: it or the engine has just started.
        found.hint(container.service() + " is starting", "Look again in a minute; " + logs + ".");
      } else if (!status.isWell(container)) {
        found.urgent(
            "%s is %s%s"
                .formatted(
                    container.service(),
                    container.describe(),
                    container.state().equals("exited") ? " with " + container.ended() : ""),
            logs + "; \"systemctl restart booking.service\" starts what should run.");
      }
    }
  }
}
