package family.garden.ops.doctor;

import family.garden.ops.check.Finding;
import family.garden.ops.config.Settings;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.engine.Engine;
import family.garden.ops.proxy.Colour;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Whether the live server runs, and the other one only during a deploy. */
final class ColoursCheck implements StackCheck {
  @Override
  public String name() {
    return "colours";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus status) {
    List<Finding> found = new ArrayList<>();
    if (status.live().isEmpty() || status.containers().isEmpty()) {
      return found;
    }
    Colour live = status.live().get();
    boolean liveRuns = runs(status, live);
    boolean otherRuns = runs(status, live.other());
    if (!liveRuns) {
      found.add(
          urgent(
              "%s is live, and its server does not run".formatted(live),
              otherRuns
                  ? "\"bookingctl rollback\" switches to the other server, which runs."
                  : "\"systemctl restart booking.service\" starts it; \"bookingctl logs "
                      + live.service()
                      + "\" says why it ended."));
    }
    if (liveRuns && otherRuns && !Files.exists(HalfDeployCheck.state(settings))) {
      found.add(
          hint(
              "both servers run, and no deploy is under way; the second needs memory for nothing",
              "\"docker stop %s\" stops the one that is not live."
                  .formatted(new Engine(settings).container(live.other().service()))));
    }
    return found;
  }

  private static boolean runs(StackStatus status, Colour colour) {
    return status
        .container(colour.service())
        .map(ContainerStatus::state)
        .filter("running"::equals)
        .isPresent();
  }
}
