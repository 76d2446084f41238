package family.garden.ops.preflight;

import family.garden.ops.engine.Engine;
import family.garden.ops.host.Machine;
import family.garden.ops.json.Json;
import family.garden.ops.json.Node;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How much memory is free, and how much pausing the monitoring would free. */
public record Memory(Engine engine) {
  private static final Duration LIMIT = Duration.ofSeconds(60);
  private static final String MONITORING = "monitoring";

  /** MB that could be used now without swapping; rounded down by 2 %. */
  public long available() throws OpsException {
    return Machine.look(Path.of("/proc"), List.of()).available() / 1024 / 1000;
  }

  /** The running services of the profile "monitoring". */
  public List<String> monitoring() throws OpsException {
    ProcessResult config = Processes.run(engine.compose("config", "--format", "json"), LIMIT);
    if (!config.isSuccess()) {
      // No stack is set up yet, so no monitoring runs; ComposeIsValid finds a broken file.
      return List.of();
    }
    List<String> running = running();
    List<String> found = new ArrayList<>();
    Node services = Json.tree(config.stdout(), "the Compose file").path("services");
    for (String service : services.names()) {
      for (Node profile : services.path(service, "profiles")) {
        if (profile.text().equals(MONITORING) && running.contains(service)) {
          found.add(service);
        }
      }
    }
    return found;
  }

  private List<String> running() throws OpsException {
    return Processes.run(engine.compose("ps", "--services", "--status", "running"), LIMIT)
        .expectSuccess("list the running services", "See whether the engine is started.")
        .lines()
        .toList();
  }
}
