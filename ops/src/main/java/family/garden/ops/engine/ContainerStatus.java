package family.garden.ops.engine;

import family.garden.ops.host.ContainerMemory;
import family.garden.ops.json.Node;
import java.util.Optional;

/**
 * One container of the stack.
 *
 * @param state of the engine: running, restarting, exited …
 * @param health healthy, unhealthy, starting; empty without a health check
 * @param oneShot whether it ends by itself when its work is done
 * @param ended its exit code; 0 while it runs
 * @param restarts how often the engine started it again by itself
 * @param memory bytes in use, without file pages that the kernel could free
 */
public record ContainerStatus(
    String service,
    String state,
    String health,
    boolean oneShot,
    int ended,
    int restarts,
    String image,
    Optional<Long> memory) {

  public static ContainerStatus of(InspectedContainer inspected, ContainerMemory memory) {
    Node node = inspected.node();
    return new ContainerStatus(
        inspected.service(),
        inspected.status(),
        inspected.health(),
        node.path("HostConfig", "RestartPolicy", "Name").text().matches("no|"),
        (int) node.path("State", "ExitCode").number(),
        inspected.restarts(),
        node.path("Image").text(),
        memory.of(node.path("State", "Pid").number()));
  }

  /**
   * Whether it runs as it should, or ended as it should. A stopped standby server is not well here:
   * the status of the whole stack knows which server that is.
   */
  public boolean isWell() {
    if (oneShot && state.equals("exited")) {
      return ended == 0;
    }
    return state.equals("running") && (health.isEmpty() || health.equals("healthy"));
  }

  /** Its state in a word or two. */
  public String describe() {
    if (oneShot && isWell()) {
      return state.equals("exited") ? "done" : state;
    }
    return health.isEmpty() || !state.equals("running") ? state : health;
  }
}
