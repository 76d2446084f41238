package family.garden.ops.status;

import family.garden.ops.engine.ContainerStatus;
import family.garden.ops.result.CommandResult;
import family.garden.ops.result.ExitCode;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether the site works, for scripts and monitors.
 *
 * @param ill what is wrong; empty if all is well
 */
public record Health(List<String> ill) implements CommandResult {
  public static Health of(StackStatus status) {
    List<String> ill = new ArrayList<>();
    if (!status.site().well()) {
      ill.add("site: " + status.site().problem());
    }
    if (status.containers().isEmpty()) {
      ill.add("engine: no container of the site exists");
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
