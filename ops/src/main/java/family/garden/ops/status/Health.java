package family.garden.ops.status;

import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether people are served: for scripts and monitors.
 *
 * @param ill what is not as it should be; empty where all is well
 */
public record Health(List<String> ill) implements CommandResult {
  /** From a look at everything. */
  public static Health of(StackStatus status) {
    List<String> ill = new ArrayList<>();
    if (!status.site().well()) {
      ill.add("site: " + status.site().problem());
    }
    if (status.containers().isEmpty()) {
      ill.add("engine: nothing of it runs");
    }
    for (ContainerStatus container : status.containers()) {
      if (!status.isWell(container)) {
        ill.add(container.service() + ": " + container.describe());
      }
    }
    return new Health(ill);
  }

  @Override
  public List<String> lines() {
    return ill.isEmpty() ? List.of("Well.") : ill;
  }

  @Override
  public ExitCode exitCode() {
    return ill.isEmpty() ? ExitCode.DONE : ExitCode.NOT_WELL;
  }
}
