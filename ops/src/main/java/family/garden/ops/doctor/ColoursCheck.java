package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.engine.Engine;
import family.garden.ops.proxy.Colour;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** Whether the live colour runs, and the other rests. */
final class ColoursCheck implements Check {
  @Override
  public String name() {
    return "colours";
  }

  @Override
  public List<Finding> look(Settings settings, StackStatus seen) {
    List<Finding> found = new ArrayList<>();
    if (seen.live().isEmpty() || seen.parts().isEmpty()) {
      return found;
    }
    Colour live = seen.live().get();
    boolean liveRuns = runs(seen, live);
    boolean otherRuns = runs(seen, live.other());
    if (!liveRuns) {
      found.add(
          Finding.urgent(
              name(),
              "%s is live, and its server does not run".formatted(live),
              otherRuns
                  ? "\"bookingctl rollback\" brings people to the other, which runs."
                  : "\"systemctl restart booking.service\" starts it; \"bookingctl logs "
                      + live.service()
                      + "\" says why it ended."));
    }
    if (liveRuns && otherRuns && !Files.exists(HalfDeployCheck.state(settings))) {
      found.add(
          Finding.hint(
              name(),
              "both servers run, and no deploy is under way; the second takes memory for nothing",
              "\"docker stop %s\" ends the one that nobody is led to."
                  .formatted(new Engine(settings).container(live.other().service()))));
    }
    return found;
  }

  private static boolean runs(StackStatus seen, Colour colour) {
    return seen.part(colour.service())
        .map(ContainerStatus::state)
        .filter("running"::equals)
        .isPresent();
  }
}
