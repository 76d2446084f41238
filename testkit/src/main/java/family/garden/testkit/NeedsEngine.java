package family.garden.testkit;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a class, and says so, where no engine can be had. An assumption made before all tests would
 * not do: Maven counts such a class as no test at all.
 */
public class NeedsEngine implements ExecutionCondition {
  @Override
  public final ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      return enabled("Its class is.");
    }
    ProcessResult engine = Testbed.tryDocker("version");
    if (engine.isUnavailable()) {
      return disabled(engine.output());
    }
    engine.expectSuccess();
    return missing()
        .map(ConditionEvaluationResult::disabled)
        .orElseGet(() -> enabled("There is an engine."));
  }

  /** What else is missing on this machine, as a sentence; asked only where there is an engine. */
  protected Optional<String> missing() {
    return Optional.empty();
  }
}
