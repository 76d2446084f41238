package family.garden.ops.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.proxy.Colour;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainedTest {
  @ParameterizedTest
  @EnumSource(Operation.class)
  void saysWhatEachStepDoes(Operation operation) {
    assertThat(Steps.of(operation))
        .allSatisfy(step -> assertThat(Explained.what(step.name())).isNotEmpty());
  }

  @Test
  void saysHowLongTheLastOneTook() {
    Plan plan =
        Plan.of(
            Operation.DEPLOY,
            Optional.empty(),
            StateTest.release("1.1.0", '2'),
            Colour.GREEN,
            Map.of());
    assertThat(Explained.of(plan, List.of()).lines())
        .contains("  start-new                  Starts the second server; nobody is led there yet.")
        .noneMatch(line -> line.startsWith("The last one took"));
    assertThat(Explained.of(plan, List.of(StateTest.entry(Instant.EPOCH))).lines())
        .contains("  start-new             2 s  Starts the second server; nobody is led there yet.")
        .endsWith("The last one took 2 s.");
  }
}
