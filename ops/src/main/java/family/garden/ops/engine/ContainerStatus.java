package family.garden.ops.engine;

import family.garden.ops.host.ContainerMemory;
import family.garden.ops.json.Node;
import family.garden.ops.status.StackStatus;
import java.util.Optional;

/**
 * One container of the stack.
 *
 * @param state as the engine says it: running, restarting, exited …
 * @param health healthy, unhealthy, starting; empty where it has no check
 * @param oneShot whether it ends by itself when its work is done
 * @param ended the code that it ended with; 0 while it runs
 * @param restarts how often the engine started it again by itself
 * @param memory bytes that it holds, without pages of files that could be given back
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

  /** From what the engine says of a container. */
  public static ContainerStatus of(Node inspected, ContainerMemory memory) {
    Node state = inspected.path("State");
    return new ContainerStatus(
        inspected.path("Config", "Labels", "com.docker.compose.service").text(),
        state.path("Status").text(),
        state.path("Health", "Status").text(),
        inspected.path("HostConfig", "RestartPolicy", "Name").text().matches("no|"),
        (int) state.path("ExitCode").number(),
        (int) inspected.path("RestartCount").number(),
        inspected.path("Image").text(),
        memory.of(state.path("Pid").number()));
  }

  /**
   * Whether it runs as it should, or ended as it should; {@link StackStatus#isWell} knows what may
   * rest.
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
