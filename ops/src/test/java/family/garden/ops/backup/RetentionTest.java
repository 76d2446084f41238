package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;

import family.garden.ops.config.BackupSettings.Keep;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RetentionTest {
  private static final Instant BEGIN = Instant.parse("2026-01-01T00:45:00Z");
  private static final Keep LAST_TWO = new Keep(2, 0, 0, 0);

  /** All base backups are older than the oldest moment: none stays for point-in-time recovery. */
  private static final Instant LATELY = Instant.parse("2030-01-01T00:00:00Z");

  @Test
  void keepsTheNewestVerifiedOfEachKindAndWhatIsNewer() {
    Retention retention =
        Retention.of(
            List.of(
                backup(BackupType.BASE, 1, true),
                backup(BackupType.BASE, 2, true),
                backup(BackupType.BASE, 3, false),
                backup(BackupType.BASE, 4, true),
                backup(BackupType.BASE, 5, false),
                backup(BackupType.DUMP, 6, true)),
            LAST_TWO,
            LATELY);
    assertThat(retention.stay()).extracting(Manifest::id).containsExactly("2", "4", "5", "6");
    assertThat(retention.go()).extracting(Manifest::id).containsExactly("1", "3");
  }

  @Test
  void goesByTheOrderAndNotByTheClockOfThen() {
    Retention retention =
        Retention.of(
            List.of(
                backup(BackupType.DUMP, 9, true),
                backup(BackupType.DUMP, 1, true),
                backup(BackupType.DUMP, 2, true)),
            LAST_TWO,
            LATELY);
    assertThat(retention.stay()).extracting(Manifest::id).containsExactly("1", "2");
  }

  /** Each deploy makes a dump before it begins, and a keeper may deploy often on one evening. */
  @Test
  void keepsOneOfEachNightThoughManyDeploysFailOnOneDay() {
    List<Manifest> all = new ArrayList<>();
    for (int day = 0; day < 5; day++) {
      all.add(Manifests.made(BackupType.DUMP, day, BEGIN.plus(Duration.ofDays(day)), true));
    }
    for (int deploy = 5; deploy < 15; deploy++) {
      all.add(
          Manifests.made(
              BackupType.DUMP, deploy, BEGIN.plus(Duration.ofHours(4 * 24 + deploy)), true));
    }
    assertThat(Retention.of(all, new Keep(2, 7, 0, 0), LATELY).stay())
        .extracting(Manifest::id)
        .containsExactly("0", "1", "2", "3", "13", "14");
  }

  @Test
  void keepsOneOfEachWeekAndMonth() {
    List<Manifest> all = new ArrayList<>();
    for (int day = 0; day < 120; day++) {
      all.add(Manifests.made(BackupType.DUMP, day, BEGIN.plus(Duration.ofDays(day)), true));
    }
    // 2026-04-30, a Thursday, is the last; before it the Sundays and the ends of months stay.
    assertThat(Retention.of(all, new Keep(2, 0, 3, 3), LATELY).stay())
        .extracting(each -> each.madeAt().toString().substring(0, 10))
        .containsExactly(
            "2026-02-28", "2026-03-31", "2026-04-19", "2026-04-26", "2026-04-29", "2026-04-30");
  }

  @Test
  void keepsTheWalSinceTheOldestMomentThatMayBeAskedFor() {
    NeededWal needed =
        Retention.of(
                List.of(
                    Manifests.made(BackupType.BASE, 3, BEGIN, true),
                    Manifests.made(BackupType.BASE, 7, BEGIN.plus(Duration.ofDays(7)), true),
                    Manifests.made(BackupType.BASE, 9, BEGIN.plus(Duration.ofDays(14)), true)),
                LAST_TWO,
                LATELY)
            .wal(Manifests.SYSTEM, BEGIN.plus(Duration.ofDays(8)));
    assertThat(needed.has(Manifests.segment(6) + WalStore.SUFFIX)).isFalse();
    assertThat(needed.has(Manifests.segment(7) + WalStore.SUFFIX)).isTrue();
    assertThat(needed.has(Manifests.segment(8) + ".00000028.backup" + WalStore.SUFFIX)).isTrue();
    assertThat(needed.has("00000002.history" + WalStore.SUFFIX)).isTrue();
  }

  /**
   * It restores its own moment only, for which it needs the WAL that was written during the backup.
   */
  @Test
  void keepsOfAnOldBaseOnlyItsOwnWal() {
    NeededWal needed =
        Retention.of(
                List.of(
                    Manifests.made(BackupType.BASE, 3, BEGIN, true),
                    Manifests.made(BackupType.BASE, 9, BEGIN.plus(Duration.ofDays(50)), true)),
                LAST_TWO,
                LATELY)
            .wal(Manifests.SYSTEM, BEGIN.plus(Duration.ofDays(53)));
    assertThat(needed.has(Manifests.segment(3) + WalStore.SUFFIX)).isTrue();
    assertThat(needed.has(Manifests.segment(4) + WalStore.SUFFIX)).isFalse();
    assertThat(needed.has(Manifests.segment(9) + WalStore.SUFFIX)).isTrue();
  }

  @Test
  void knowsNoWalOfADatabaseWithoutABase() {
    NeededWal needed =
        Retention.of(List.of(backup(BackupType.BASE, 1, true)), LAST_TWO, LATELY)
            .wal("another", BEGIN);
    assertThat(needed.has(Manifests.segment(1) + WalStore.SUFFIX)).isFalse();
  }

  /** Two stay by number, and each day adds one, so by number alone none would get a week old. */
  @Test
  void keepsABaseFromBeforeTheOldestMomentAndTheOneThatFollowsIt() {
    List<Manifest> stay = List.of();
    for (int day = 0; day < 40; day++) {
      Instant at = BEGIN.plus(Duration.ofDays(day));
      List<Manifest> all = new ArrayList<>(stay);
      all.add(Manifests.made(BackupType.BASE, day, at, true));
      stay = Retention.of(all, LAST_TWO, at.minus(Duration.ofDays(7))).stay();
    }
    assertThat(stay).extracting(Manifest::id).containsExactly("30", "35", "38", "39");
  }

  @Test
  void deletesNothingWhereNothingIsVerified() {
    assertThat(Retention.of(List.of(backup(BackupType.BASE, 1, false)), LAST_TWO, LATELY).go())
        .isEmpty();
  }

  private static Manifest backup(BackupType type, int number, boolean isVerified) {
    return Manifests.made(type, number, Instant.ofEpochSecond(number), isVerified);
  }
}
