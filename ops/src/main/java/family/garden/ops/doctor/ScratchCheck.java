package family.garden.ops.doctor;

import family.garden.ops.backup.Backups;
import family.garden.ops.config.Settings;
import family.garden.ops.disk.Lock;
import family.garden.ops.engine.Engine;
import family.garden.ops.process.Command;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import family.garden.ops.status.StackStatus;
import java.time.Duration;

/** Whether a killed backup, restore or deploy left containers. */
final class ScratchCheck implements StackCheck {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  @Override
  public void look(Settings settings, StackStatus status, Findings found) throws OpsException {
    if (status.containers().isEmpty()) {
      return;
    }
    Engine engine = new Engine(settings);
    if (!Backups.quietly(settings).isAtWork()) {
      String label = "label=family.garden.sandbox=" + settings.stack();
      report(engine.call("ps", "--all", "--format", "{{.Names}}", "--filter", label), found);
    }
    if (!Lock.isHeld(HalfDeployCheck.lock(settings))) {
      report(
          engine
              .call("ps", "--all", "--format", "{{.Names}}")
              .with("--filter", "label=com.docker.compose.project=" + settings.stack())
              .with("--filter", "label=com.docker.compose.oneoff=True")
              // A running one may belong to a timer.
              .with("--filter", "status=exited", "--filter", "status=created"),
          found);
    }
  }

  private void report(Command ask, Findings found) throws OpsException {
    String names =
        Processes.run(ask, LIMIT)
            .expectSuccess(
                "ask the engine for containers that were left", "See whether it answers.");
    for (String name : names.lines().toList()) {
      found.hint(
          "the container %s was left by work that was killed; it holds memory or a copy of the data"
              .formatted(name),
          "\"docker rm --force --volumes %s\" removes it.".formatted(name));
    }
  }
}
