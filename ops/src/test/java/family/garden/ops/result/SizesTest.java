package family.garden.ops.result;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SizesTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "312400, 312.4 kB",
    "999960, 1.0 MB",
    "4412345, 4.4 MB",
    "2500000000, 2.5 GB"
  })
  void sizesAreReadable(long bytes, String size) {
    assertThat(Sizes.format(bytes)).isEqualTo(size);
  }
}
