package family.garden.ops.doctor;

import family.garden.ops.config.Settings;
import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.engine.Engine;
import family.garden.ops.proxy.Colour;
import family.garden.ops.status.StackStatus;
import java.nio.file.Files;

/** Whether the live server runs, and the other one only during a deploy. */
final class ColoursCheck implements StackCheck {
  @Override
  public void look(Settings settings, StackStatus status, Findings found) {
    if (status.live().isEmpty() || status.containers().isEmpty()) {
      return;
    }
    Colour live = status.live().get();
    boolean liveRuns = runs(status, live);
    boolean otherRuns = runs(status, live.other());
    if (!liveRuns) {
      found.urgent(
          "%s is live, and its server does not run".formatted(live),
          otherRuns
              ? "\"bookingctl rollback\" switches to the other server, which runs."
              : "\"systemctl restart booking.service\" starts it; \"bookingctl logs "
                  + live.service()
                  + "\" says why it ended.");
    }
    if (liveRuns && otherRuns && !Files.exists(HalfDeployCheck.state(settings))) {
      found.hint(
          "both servers run, and no deploy is under way; the second needs memory for nothing",
          "\"docker stop %s\" stops the one that is not live."
              .formatted(new Engine(settings).container(live.other().service())));
    }
  }

  private static boolean runs(StackStatus status, Colour colour) {
    return status
        .container(colour.service())
        .map(ContainerStatus::state)
        .filter("running"::equals)
        .isPresent();
  }
}
