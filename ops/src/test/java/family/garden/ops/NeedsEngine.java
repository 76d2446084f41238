package family.garden.ops;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import family.garden.ops.process.Command;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a class, and says so, where no engine can be had, or a program that backups call. An
 * assumption made before all tests would not do: Maven counts such a class as no test at all.
 */
public class NeedsEngine implements ExecutionCondition {
  private static final Duration LONG = Duration.ofMinutes(10);

  /** sysexits(3): there is no engine here, and none can be started. */
  private static final int UNAVAILABLE = 69;

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      return enabled("Its class is.");
    }
    try {
      ProcessResult engine =
          Processes.run(
              Command.of(System.getProperty("booking.testbed"), "docker", "version"), LONG);
      if (engine.code() == UNAVAILABLE) {
        return disabled(engine.stderr());
      }
      engine.expectSuccess("find an engine", "");
      for (String program : List.of("age", "rclone")) {
        if (!isInstalled(program)) {
          return disabled("Not installed here: Debian's package " + program);
        }
      }
      return Processes.run(Command.of("docker", "version"), LONG).isDone()
          ? enabled("There is an engine.")
          : disabled("The engine is not on the PATH; \"./booking test\" puts it there.");
    } catch (OpsException e) {
      // No program of that name.
      return disabled(String.valueOf(e.getMessage()));
    }
  }

  /** Whether this machine has a program of that name. */
  public static boolean isInstalled(String program) throws OpsException {
    return Processes.run(Command.of("sh", "-c", "command -v " + program), LONG).isDone();
  }
}
