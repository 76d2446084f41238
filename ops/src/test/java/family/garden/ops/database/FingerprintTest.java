package family.garden.ops.database;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.json.Json;
import java.util.List;
import org.junit.jupiter.api.Test;

class FingerprintTest {
  private final Fingerprint live =
      Fingerprint.of(
          List.of("content public.booking\t3 rows, checksum 1:2", "position public.s\t10"));

  @Test
  void findsNothingWhereAllIsTheSame() {
    assertThat(live.differences(live)).isEmpty();
    assertThat(live.tables()).isEqualTo(1);
    assertThat(live.rows()).isEqualTo(3);
  }

  @Test
  void namesWhatIsMissingDifferentAndTooMuch() {
    Fingerprint other =
        Fingerprint.of(List.of("content public.booking\t2 rows, checksum 1:1", "view public.v\tx"));
    assertThat(live.differences(other))
        .containsExactly(
            "content public.booking is 2 rows, checksum 1:1, expected 3 rows, checksum 1:2",
            "position public.s is missing",
            "view public.v is there, but was not expected");
  }

  @Test
  void letsASequenceBeWhereverNoRowIsYet() {
    assertThat(at(10, 8).differences(at(10, 8))).isEmpty();
    assertThat(at(10, 8).differences(at(8, 8))).isEmpty();
    assertThat(at(10, 8).differences(at(4000, 8))).isEmpty();
    assertThat(at(10, 8).differences(at(7, 8))).hasSize(1);
    assertThat(at(10, 8).differences(at(10, 9))).hasSize(1);
  }

  private static Fingerprint at(int position, int used) {
    return Fingerprint.of(List.of("position public.s\t" + position, "used public.s\t" + used));
  }

  @Test
  void staysTheSameAsJson() throws Exception {
    assertThat(Json.read(Json.write(live), Fingerprint.class, "a test")).isEqualTo(live);
  }
}
