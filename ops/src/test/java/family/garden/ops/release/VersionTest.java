package family.garden.ops.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VersionTest {
  @Test
  void ordersAsSemanticVersioningDoes() {
    // The example in section 11 of Semantic Versioning, and numbers, which compare as numbers.
    List<String> inOrder =
        List.of(
            "0.9.9",
            "1.0.0-alpha",
            "1.0.0-alpha.1",
            "1.0.0-alpha.beta",
            "1.0.0-beta",
            "1.0.0-beta.2",
            "1.0.0-beta.11",
            "1.0.0-rc.1",
            "1.0.0",
            "1.0.9",
            "1.0.10",
            "1.10.0",
            "2.0.0");
    List<Version> shuffled = new ArrayList<>(inOrder.stream().map(Version::new).toList());
    Collections.reverse(shuffled);
    Collections.sort(shuffled);
    assertThat(shuffled).extracting(Version::text).isEqualTo(inOrder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "1", "1.2", "v1.2.3", "1.2.3.4", "01.2.3", "1.2.3-", "../x", "1.2.3/.."})
  void takesNothingElse(String text) {
    assertThat(Version.isOne(text)).isFalse();
  }
}
