package family.garden.ops.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units in the document: one that a command always uses is shown. */
class SteadyTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      Memory 312 MiB of 1,024 MiB free | Memory … MiB of … MiB free
      made of 999 B | made of … MB
      made of 1.2 kB | made of … MB
      made of 3.4 GB | made of … MB
      """)
  void foldsOnlyTheUnitsThatVary(String output, String shown) {
    assertThat(new Steady(Map.of()).of(output)).isEqualTo(shown);
  }
}
