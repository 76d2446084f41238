package family.garden.ops.database;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.report.Json;
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
  void letsASequenceBeAsFarAheadAsTheJournalSays() {
    assertThat(live.differences(at(10))).isEmpty();
    assertThat(live.differences(at(43))).isEmpty();
    assertThat(live.differences(at(9))).hasSize(1);
    assertThat(live.differences(at(44))).hasSize(1);
  }

  private static Fingerprint at(int position) {
    return Fingerprint.of(
        List.of("content public.booking\t3 rows, checksum 1:2", "position public.s\t" + position));
  }

  @Test
  void staysTheSameAsJson() throws Exception {
    assertThat(Json.read(Json.write(live), Fingerprint.class, "a test")).isEqualTo(live);
  }
}
