package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.database.Fingerprint;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class RetentionTest {
  @Test
  void keepsTheNewestProvenOfEachKindAndWhatIsNewer() {
    Retention retention =
        Retention.of(
            List.of(
                backup(Kind.BASE, 1, true),
                backup(Kind.BASE, 2, true),
                backup(Kind.BASE, 3, false),
                backup(Kind.BASE, 4, true),
                backup(Kind.BASE, 5, false),
                backup(Kind.DUMP, 6, true)),
            2);
    assertThat(retention.stay()).extracting(Manifest::id).containsExactly("2", "4", "5", "6");
    assertThat(retention.go()).extracting(Manifest::id).containsExactlyInAnyOrder("1", "3");
  }

  @Test
  void goesByTheOrderAndNotByTheClockOfThen() {
    Retention retention =
        Retention.of(
            List.of(
                backup(Kind.DUMP, 9, true), backup(Kind.DUMP, 1, true), backup(Kind.DUMP, 2, true)),
            2);
    assertThat(retention.stay()).extracting(Manifest::id).containsExactly("1", "2");
  }

  @Test
  void keepsTheJournalThatSomeBaseNeeds() {
    Retention retention =
        Retention.of(List.of(backup(Kind.BASE, 7, true), backup(Kind.BASE, 9, true)), 10);
    assertThat(retention.isOld("1", piece(6) + Shelf.PIECE)).isTrue();
    assertThat(retention.isOld("1", piece(7) + Shelf.PIECE)).isFalse();
    assertThat(retention.isOld("1", "00000002.history.gz.age")).isFalse();
    assertThat(retention.isOld("another", piece(6) + Shelf.PIECE)).isFalse();
  }

  @Test
  void deletesNothingWhereNothingIsProven() {
    assertThat(Retention.of(List.of(backup(Kind.BASE, 1, false)), 2).go()).isEmpty();
  }

  private static String piece(int number) {
    return "%08X%08X%08X".formatted(1, 0, number);
  }

  private static Manifest backup(Kind kind, int number, boolean isProven) {
    return new Manifest(
        Integer.toString(number),
        kind,
        Instant.ofEpochSecond(number),
        "a test",
        17,
        5,
        "1",
        kind == Kind.BASE
            ? Optional.of(new Manifest.Span(piece(number), piece(number), 1 << 20))
            : Optional.empty(),
        1,
        "",
        new Fingerprint(new TreeMap<>()),
        isProven ? Optional.of(Instant.EPOCH) : Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
