package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.engine.Engine;
import family.garden.ops.status.StackStatus;
import java.util.ArrayList;
import java.util.List;

/** Whether each part runs, and stays up. */
final class ServicesCheck implements Check {
  private static final int MANY_RESTARTS = 3;

  @Override
  public String name() {
    return "parts";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) {
    List<Finding> found = new ArrayList<>();
    for (ContainerStatus part : seen.parts()) {
      String logs = "\"bookingctl logs %s\" says why".formatted(part.service());
      if (part.state().equals("restarting") || part.restarts() >= MANY_RESTARTS) {
        found.add(
            Finding.urgent(
                name(),
                "%s was started again %d times by itself and is %s"
                    .formatted(part.service(), part.restarts(), part.describe()),
                logs
                    + ", and too little memory shows as exit code 137; \"docker restart "
                    + new Engine(settings).container(part.service())
                    + "\" counts from zero again."));
      } else if (part.describe().equals("starting")) {
        // It has not been asked yet: started just now, or the engine was.
        found.add(
            Finding.hint(
                name(), part.service() + " is starting", "Look again in a minute; " + logs + "."));
      } else if (!seen.isWell(part)) {
        found.add(
            Finding.urgent(
                name(),
                "%s is %s%s"
                    .formatted(
                        part.service(),
                        part.describe(),
                        part.state().equals("exited") ? " with " + part.ended() : ""),
                logs + "; \"systemctl restart booking.service\" starts what should run."));
      }
    }
    return found;
  }
}
