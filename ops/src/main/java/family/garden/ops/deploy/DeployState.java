package family.garden.ops.deploy;

import family.garden.ops.disk.Durable;
import family.garden.ops.json.Json;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A deploy under way, in deploy.json of the state folder. It is written before each step and after
 * it, so that the next run of bookingctl knows after a kill how far the deploy came and how to undo
 * it.
 *
 * @param step the step that began last
 * @param paused the services of the monitoring that are paused
 * @param switchedAt when people got the new version
 * @param seconds how long each step took
 */
record DeployState(
    DeployPlan plan,
    String step,
    List<String> paused,
    Optional<Instant> switchedAt,
    Map<String, Double> seconds) {

  DeployState {
    int _ = Steps.at(plan.operation(), step);
  }

  static DeployState beginning(DeployPlan plan) {
    String first = Steps.of(plan.operation()).getFirst().name();
    return new DeployState(plan, first, List.of(), Optional.empty(), Map.of());
  }

  /** The deploy under way, if there is one; refused if its file is damaged. */
  static Optional<DeployState> read(Path folder) throws OpsException {
    return StateFile.read(file(folder), DeployState.class);
  }

  void write(Path folder) throws OpsException {
    Durable.write(file(folder), Json.write(this));
  }

  static void remove(Path folder) throws OpsException {
    Durable.remove(file(folder));
  }

  static Path file(Path folder) {
    return folder.resolve("deploy.json");
  }

  DeployState begins(String next) {
    return new DeployState(plan, next, paused, switchedAt, seconds);
  }

  DeployState ends(double took) {
    Map<String, Double> more = new LinkedHashMap<>(seconds);
    more.put(step, Math.round(took * 10) / 10.0);
    return new DeployState(plan, step, paused, switchedAt, more);
  }

  DeployState pausing(List<String> services) {
    return new DeployState(plan, step, services, switchedAt, seconds);
  }

  DeployState switched(Instant at) {
    return new DeployState(plan, step, paused, Optional.of(at), seconds);
  }
}
