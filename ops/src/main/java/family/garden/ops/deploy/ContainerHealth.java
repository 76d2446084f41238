package family.garden.ops.deploy;

import family.garden.ops.containers.Containers;
import family.garden.ops.engine.InspectedContainer;
import family.garden.ops.result.OpsException;
import java.util.List;

/**
 * How the container of the new version is: it stays up and healthy, and its memory does not grow
 * without end.
 */
final class ContainerHealth {
  /** Asking for the memory takes the engine two seconds. */
  private static final int LOOKS_BETWEEN_MEMORY = 4;

  private static final int MOST_GROWTH_PERCENT = 50;

  private final Containers containers;
  private final String service;
  private int looks;
  private long first;
  private long last;
  private int grewInARow;

  ContainerHealth(Containers containers, String service) {
    this.containers = containers;
    this.service = service;
  }

  /** Looks once; fails with what is not well. */
  void look() throws OpsException {
    InspectedContainer container = containers.of(service);
    if (container.restarts() > 0 || container.isKilledForMemory() || !container.isRunning()) {
      throw Bake.trouble(
          "it ended by itself%s; its last lines were:\n  %s\n"
              .formatted(
                  container.isKilledForMemory() ? " for want of memory" : "",
                  containers.lastLines(service)));
    }
    if (container.health().equals("unhealthy")) {
      throw Bake.trouble("it is not healthy any more");
    }
    if (looks++ % LOOKS_BETWEEN_MEMORY == 0) {
      lookAtMemory(containers.memory(List.of(service)));
    }
  }

  /**
   * A Java server fills its heap and stops; a leak grows at each look. One that is faster than this
   * ends at its limit, which is seen as well.
   */
  void lookAtMemory(long now) throws OpsException {
    if (first == 0) {
      first = now;
    } else {
      grewInARow = now > last ? grewInARow + 1 : 0;
      if (grewInARow >= 3 && now > first + first * MOST_GROWTH_PERCENT / 100) {
        throw Bake.trouble("its memory grows without end: from %d to %d MB".formatted(first, now));
      }
    }
    last = now;
  }
}
