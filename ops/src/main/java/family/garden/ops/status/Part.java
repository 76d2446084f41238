package family.garden.ops.status;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.OptionalLong;

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
public record Part(
    String service,
    String state,
    String health,
    boolean oneShot,
    int ended,
    int restarts,
    String image,
    OptionalLong memory) {

  /** From what the engine says of a container. */
  static Part of(JsonNode inspected, ContainerMemory memory) {
    JsonNode state = inspected.path("State");
    return new Part(
        inspected.at("/Config/Labels/com.docker.compose.service").asText(),
        state.path("Status").asText(),
        state.at("/Health/Status").asText(),
        inspected.at("/HostConfig/RestartPolicy/Name").asText("no").matches("no|"),
        state.path("ExitCode").asInt(),
        inspected.path("RestartCount").asInt(),
        inspected.path("Image").asText(),
        memory.of(state.path("Pid").asLong()));
  }

  /** Whether it is as it should be. */
  @JsonIgnore
  public boolean isWell() {
    if (oneShot && state.equals("exited")) {
      return ended == 0;
    }
    return state.equals("running") && (health.isEmpty() || health.equals("healthy"));
  }

  /** Its state in a word or two. */
  public String told() {
    if (oneShot && isWell()) {
      return state.equals("exited") ? "done" : state;
    }
    return health.isEmpty() || !state.equals("running") ? state : health;
  }
}
