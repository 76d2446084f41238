package family.garden.stack;

import static org.junit.jupiter.api.extension.ConditionEvaluationResult.disabled;
import static org.junit.jupiter.api.extension.ConditionEvaluationResult.enabled;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips a class, and says so, where no engine can be had. An assumption made before all tests would
 * not do: Maven counts such a class as no test at all.
 */
class NeedsEngine implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (context.getTestMethod().isPresent()) {
      return enabled("Its class is.");
    }
    Testbed.ProcessResult outcome = Testbed.run("docker", "version");
    if (outcome.isUnavailable()) {
      return disabled(outcome.output());
    }
    outcome.expectSuccess();
    return enabled("There is an engine.");
  }
}
