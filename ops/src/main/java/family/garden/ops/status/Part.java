package family.garden.ops.status;

/**
 * One container of the stack.
 *
 * @param state as the engine says it: running, exited …
 * @param health healthy, unhealthy, starting; empty where it has no check
 */
public record Part(String service, String state, String health, String image) {
  boolean isWell() {
    return state.equals("running") && (health.isEmpty() || health.equals("healthy"));
  }
}
