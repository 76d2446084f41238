package family.garden.ops.deploy;

import family.garden.ops.proxy.Colour;
import family.garden.ops.result.OpsException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The files that a killed deploy leaves in the state folder. */
public final class HalfDeploy {
  private HalfDeploy() {}

  /** Writes the deploy state and returns its file. */
  public static Path leaveIn(Path state) throws OpsException {
    DeployState.beginning(
            new DeployPlan(
                Operation.DEPLOY,
                Colour.GREEN,
                StateTest.release("1.1.0", '2'),
                Optional.empty(),
                Instant.EPOCH,
                Map.of(),
                Optional.empty(),
                true,
                Optional.empty()))
        .write(state);
    return DeployState.file(state);
  }
}
