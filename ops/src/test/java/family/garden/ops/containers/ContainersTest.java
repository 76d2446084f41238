package family.garden.ops.containers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContainersTest {
  @ParameterizedTest
  @CsvSource({
    "100MiB / 144MiB, 105",
    "1.5GiB / 2GiB, 1611",
    "512KiB / 1MiB, 1",
    "27.5MB / 64MB, 29",
    "-- / --, 0"
  })
  void readsWhatTheEngineWrites(String written, long megabytes) {
    assertThat(Containers.megabytes(written)).isEqualTo(megabytes);
  }
}
