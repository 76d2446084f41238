package family.garden.ops.deploy;

import family.garden.ops.host.Connections;
import family.garden.ops.process.Poller;
import family.garden.ops.result.OpsException;
import java.time.Duration;

/**
 * Waits until nginx has no connection to the old server: then nothing is under way there. Idle ones
 * end by themselves after 10 s, the longest answer after 90.
 */
final class Drain implements Step {
  private static final Duration LONGEST = Duration.ofSeconds(95);

  @Override
  public String name() {
    return "drain";
  }

  @Override
  public String describe(DeployContext context) {
    return "Waiting until nothing is under way at the old version";
  }

  @Override
  public void run(DeployContext context) throws OpsException {
    Connections old = new Connections(context.oldColour().address(context.settings().front()));
    Poller poller = new Poller(LONGEST, Duration.ofMillis(500));
    do {
      String table =
          context.run(
              context.engine().in("proxy", "cat", "/proc/net/tcp"),
              Duration.ofSeconds(20),
              "see what is under way at the old version",
              "See whether nginx runs: bookingctl status.");
      if (old.open(table) == 0) {
        return;
      }
    } while (poller.lookAgain());
    context
        .progress()
        .warn("somebody still holds the old version; it ends what is under way when it is stopped");
  }
}
