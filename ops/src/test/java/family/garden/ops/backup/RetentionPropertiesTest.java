package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.config.BackupSettings.Keep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Properties of retention that hold for all backups at all times. */
class RetentionPropertiesTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:45:00Z");

  /**
   * All base backups are older than the oldest moment: only the newest stays for point-in-time
   * recovery.
   */
  private static final Instant LATELY = Instant.parse("2040-01-01T00:00:00Z");

  /** A backup made so many hours after the one before. */
  private record Made(int hours, BackupType type, boolean isVerified) {}

  @Provide
  Arbitrary<List<Manifest>> histories() {
    Arbitrary<Made> made =
        Combinators.combine(
                Arbitraries.integers().between(1, 400),
                Arbitraries.of(BackupType.class),
                Arbitraries.of(true, true, false))
            .as(Made::new);
    return made.list().ofMaxSize(60).map(RetentionPropertiesTest::history);
  }

  private static List<Manifest> history(List<Made> all) {
    List<Manifest> history = new ArrayList<>();
    Instant time = BEGIN;
    for (int number = 0; number < all.size(); number++) {
      Made each = all.get(number);
      time = time.plus(Duration.ofHours(each.hours()));
      history.add(Manifests.made(each.type(), number, time, each.isVerified()));
    }
    return history;
  }

  @Provide
  Arbitrary<Keep> keeps() {
    return Combinators.combine(
            Arbitraries.integers().between(2, 5),
            Arbitraries.integers().between(0, 8),
            Arbitraries.integers().between(0, 5),
            Arbitraries.integers().between(0, 5))
        .as(Keep::new);
  }

  @Property
  void whatStaysAndWhatGoesIsAllOfItInOrder(
      @ForAll("histories") List<Manifest> all, @ForAll("keeps") Keep keep) {
    Retention retention = Retention.of(all, keep, LATELY);
    assertThat(Stream.concat(retention.stay().stream(), retention.go().stream()))
        .containsExactlyInAnyOrderElementsOf(all);
    assertThat(retention.stay()).isSortedAccordingTo(Comparator.comparingInt(all::indexOf));
    assertThat(Retention.of(retention.stay(), keep, LATELY).go()).isEmpty();
  }

  @Property
  void theNewestVerifiedOfEachKindStays(
      @ForAll("histories") List<Manifest> all, @ForAll("keeps") Keep keep) {
    for (BackupType type : BackupType.values()) {
      List<Manifest> verified = verified(all, type);
      assertThat(Retention.of(all, keep, LATELY).stay())
          .containsAll(
              verified.subList(Math.max(0, verified.size() - keep.last()), verified.size()));
    }
  }

  @Property
  void eachOfTheLastDaysKeepsOne(
      @ForAll("histories") List<Manifest> all, @ForAll("keeps") Keep keep) {
    List<Manifest> stay = Retention.of(all, keep, LATELY).stay();
    for (BackupType type : BackupType.values()) {
      List<LocalDate> days = days(verified(all, type));
      assertThat(days(verified(stay, type)))
          .containsAll(days.subList(Math.max(0, days.size() - keep.days()), days.size()));
    }
  }

  @Property
  void noMoreStayThanTheKeeperSaid(
      @ForAll("histories") List<Manifest> all, @ForAll("keeps") Keep keep) {
    List<Manifest> stay = Retention.of(all, keep, LATELY).stay();
    for (BackupType type : BackupType.values()) {
      assertThat(verified(stay, type))
          .hasSizeLessThanOrEqualTo(keep.last() + keep.days() + keep.weeks() + keep.months());
      assertThat(stay.stream().filter(each -> each.type() == type && !isVerified(each)).count())
          .isLessThanOrEqualTo(keep.last());
    }
  }

  @Property
  void attemptsThatFailRemoveNothingThatIsVerified(
      @ForAll("histories") List<Manifest> all,
      @ForAll("keeps") Keep keep,
      @ForAll BackupType type,
      @ForAll @IntRange(min = 1, max = 20) int attempts) {
    List<Manifest> more = new ArrayList<>(Retention.of(all, keep, LATELY).stay());
    IntStream.range(0, attempts)
        .forEach(
            each ->
                more.add(
                    Manifests.made(type, 100 + each, BEGIN.plus(Duration.ofDays(2000)), false)));
    assertThat(Retention.of(more, keep, LATELY).go())
        .noneMatch(RetentionPropertiesTest::isVerified);
  }

  @Property
  void theWalOfEachBaseAndAllSinceTheNewestIsNeeded(
      @ForAll("histories") List<Manifest> all,
      @ForAll("keeps") Keep keep,
      @ForAll @IntRange(min = 1, max = 60) int days) {
    Instant now = all.isEmpty() ? BEGIN : all.getLast().madeAt().plus(Duration.ofHours(1));
    Instant since = now.minus(Duration.ofDays(days));
    Retention retention = Retention.of(all, keep, since);
    NeededWal needed = retention.wal(Manifests.SYSTEM, since);
    for (Manifest base : retention.stay()) {
      base.wal()
          .ifPresent(
              range -> {
                assertThat(needed.has(range.first() + WalStore.SUFFIX)).isTrue();
                assertThat(needed.has(range.last() + WalStore.SUFFIX)).isTrue();
              });
    }
    List<Manifest> bases = verified(retention.stay(), BackupType.BASE);
    for (int number = 0; number < bases.size(); number++) {
      boolean isLast = number == bases.size() - 1;
      // Each restore that the keeper may ask for starts from this base backup or a later one.
      if (isLast || bases.get(number + 1).madeAt().isAfter(since)) {
        int first = Integer.parseInt(bases.get(number).id());
        for (int segment = first; segment < all.size() + 3; segment++) {
          assertThat(needed.has(Manifests.segment(segment) + WalStore.SUFFIX)).isTrue();
        }
      }
    }
  }

  /** Everything that retention deletes over a series of backups. */
  @Property
  void eachMomentOfSoManyDaysCanBeRestored(
      @ForAll("histories") List<Manifest> all,
      @ForAll("keeps") Keep keep,
      @ForAll @IntRange(min = 1, max = 60) int days) {
    List<Manifest> stay = List.of();
    for (int number = 0; number < all.size(); number++) {
      List<Manifest> more = new ArrayList<>(stay);
      more.add(all.get(number));
      Instant since = all.get(number).madeAt().minus(Duration.ofDays(days));
      Retention retention = Retention.of(more, keep, since);
      stay = retention.stay();
      assertThat(Retention.of(stay, keep, since).go()).isEmpty();
      List<Manifest> made = verified(all.subList(0, number + 1), BackupType.BASE);
      if (made.isEmpty()) {
        continue;
      }
      List<Manifest> bases = verified(stay, BackupType.BASE);
      Instant oldest = bases.getFirst().madeAt();
      // No moment before the first backup can be restored.
      assertThat(oldest)
          .isBeforeOrEqualTo(
              made.getFirst().madeAt().isAfter(since) ? made.getFirst().madeAt() : since);
      Manifest begin =
          bases.reversed().stream()
              .filter(each -> !each.madeAt().isAfter(since))
              .findFirst()
              .orElse(bases.getFirst());
      NeededWal needed = retention.wal(Manifests.SYSTEM, since);
      for (int segment = Integer.parseInt(begin.id()); segment <= all.size(); segment++) {
        assertThat(needed.has(Manifests.segment(segment) + WalStore.SUFFIX)).isTrue();
      }
    }
  }

  private static List<Manifest> verified(List<Manifest> all, BackupType type) {
    return all.stream().filter(each -> each.type() == type && isVerified(each)).toList();
  }

  private static boolean isVerified(Manifest manifest) {
    return manifest.verifiedAt().isPresent();
  }

  private static List<LocalDate> days(List<Manifest> all) {
    return all.stream()
        .map(each -> LocalDate.ofInstant(each.madeAt(), ZoneOffset.UTC))
        .distinct()
        .toList();
  }
}
