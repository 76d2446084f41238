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
  public static Health of(StackStatus seen) {
    List<String> ill = new ArrayList<>();
    if (!seen.front().well()) {
      ill.add("site: " + seen.front().problem());
    }
    if (seen.parts().isEmpty()) {
      ill.add("engine: nothing of it runs");
    }
    for (ContainerStatus part : seen.parts()) {
      if (!seen.isWell(part)) {
        ill.add(part.service() + ": " + part.describe());
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
