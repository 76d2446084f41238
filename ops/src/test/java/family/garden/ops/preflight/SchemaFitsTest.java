package family.garden.ops.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.release.Release;
import family.garden.ops.release.Version;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaFitsTest {
  /** Schema versions, each with the oldest version whose programs work with it. */
  @ParameterizedTest(name = "running {0}, data {1} from {2}, release {3} from {4}: fits {5}")
  @CsvSource({
    "5, 5, 1, 5, 1, true", // nothing to migrate
    "5, 5, 1, 6, 1, true",
    "5, 5, 1, 6, 5, true", // just so
    "5, 5, 1, 7, 6, false", // would break the running version
    "6, 6, 1, 5, 1, true", // an older version on a schema that still supports it
    "6, 6, 6, 5, 1, false", // an older version on a schema that does not
    "5, 6, 5, 6, 5, true" // back and forth after a rollback
  })
  void looksAtBothVersions(
      int running, int data, int dataFrom, int release, int releaseFrom, boolean fits) {
    DeployRequest request =
        new DeployRequest(
            release("2.0.0", release, releaseFrom),
            Optional.of(release("1.0.0", running, 1)),
            Optional.of(new Release.Schema(data, dataFrom)),
            Map.of());
    assertThat(new SchemaFits(request).look().isUrgent()).isNotEqualTo(fits);
  }

  /** A running server does not say which other servers its schema fits. */
  @Test
  void speaksAgainstNothingThatNobodyKnows() {
    DeployRequest request =
        new DeployRequest(
            release("1.0.0", 5, 1),
            Optional.of(release("2.0.0", 6, 1)),
            Optional.of(new Release.Schema(6, Optional.empty())),
            Map.of());
    assertThat(new SchemaFits(request).look().isUrgent()).isFalse();
  }

  private static Release release(String version, int schema, int worksFrom) {
    String image = "sha256:" + "0".repeat(64);
    return new Release(
        new Version(version),
        "abcdef1",
        Instant.EPOCH,
        new Release.Images(image, image, image, image, image),
        new Release.Schema(schema, worksFrom));
  }
}
