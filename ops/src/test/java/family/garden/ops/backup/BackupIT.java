package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import family.garden.ops.NeedsEngine;
import family.garden.ops.StackWithCtl;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Lock;
import family.garden.ops.result.ExitCode;
import family.garden.ops.result.OpsException;
import family.garden.testkit.StackCopy;
import family.garden.testkit.Testbed;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ScheduledExecutorService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** Backups made while people book, and each kind of restore. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@ExtendWith(NeedsEngine.class)
class BackupIT {
  private static StackWithCtl box;
  private static Guest guest;
  private static String dump = "";

  @BeforeAll
  static void start() throws Exception {
    box =
        new StackWithCtl(
            "backup",
            "BOOKING_BACKUP_TARGET={remote-copy}",
            "BOOKING_SMOKE_EMAIL=" + StackCopy.ADMIN);
    guest = new Guest(box);
    Files.writeString(
        box.settings().places().secrets().resolve("smoke-password"), StackCopy.PASSWORD);
  }

  @AfterAll
  static void stop() throws Exception {
    if (box != null) {
      box.close();
    }
  }

  @Test
  @Order(1)
  void verifiesBothTypesWhilePeopleBook() throws Exception {
    // So many that a sequence advances between any two queries.
    Backup base = whileBooking(50, () -> box.backups().create(BackupType.BASE, "the first"));
    Backup made = whileBooking(50, () -> box.backups().createVerified("before a deploy"));
    dump = made.id();
    assertThat(List.of(base, made))
        .allSatisfy(
            each -> {
              assertThat(each.verifiedAt()).isPresent();
              assertThat(each.copiedAt()).isPresent();
            });
    assertThat(box.backups().list()).hasSize(2);
    assertThat(
            Files.getPosixFilePermissions(box.settings().places().secrets().resolve("backup-key")))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
  }

  private static Backup whileBooking(int perSecond, Callable<Backup> backup) throws Exception {
    ScheduledExecutorService booking = guest.keepBooking(perSecond);
    try {
      int before = guest.acknowledged().size();
      await().atMost(Duration.ofMinutes(2)).until(() -> guest.acknowledged().size() > before + 10);
      return backup.call();
    } finally {
      booking.shutdownNow();
    }
  }

  /** An unplugged disk must neither prevent the nightly backup nor stop a deploy. */
  @Test
  @Order(2)
  void makesTheBackupOfTheNightWithoutTheRemoteCopyAndCopiesItLater() throws Exception {
    Optional<Instant> newest = box.backups().remoteStatus().newestCopy();
    Path away = box.remoteCopy().resolveSibling(box.remoteCopy().getFileName() + "-away");
    Files.move(box.remoteCopy(), away);
    Backup made;
    try {
      made = madeWithoutRemoteCopy(newest);
    } finally {
      Files.move(away, box.remoteCopy());
    }
    box.backups().ship();
    assertThat(box.backups().list()).allSatisfy(each -> assertThat(each.copiedAt()).isPresent());
    assertThat(box.backups().remoteStatus().newestCopy()).contains(made.madeAt());
    assertThat(box.backups().remoteStatus().oldestWaitingSegment()).isEmpty();
    assertThat(box.remoteCopy().resolve(made.id()).resolve(Manifest.FILE)).exists();
    assertThat(box.backups().createMissingBase()).isEmpty();
  }

  private static Backup madeWithoutRemoteCopy(Optional<Instant> newest) throws Exception {
    guest.book();
    box.sql("SELECT pg_switch_wal()");
    await()
        .atMost(Duration.ofMinutes(1))
        .until(() -> box.backups().remoteStatus().oldestWaitingSegment().isPresent());
    Backup made = box.backups().createScheduled();
    assertThat(made.type()).isEqualTo(BackupType.DUMP);
    assertThat(made.reason()).isEqualTo("every night");
    assertThat(made.verifiedAt()).isPresent();
    assertThat(made.copiedAt()).isEmpty();
    assertThat(box.backups().remoteStatus().newestCopy()).isEqualTo(newest);
    assertThatThrownBy(() -> box.backups().ship()).hasMessageContaining("there is no such folder");
    assertThat(box.backups().remoteStatus().oldestWaitingSegment()).isPresent();
    return made;
  }

  @Test
  @Order(3)
  void refusesAMomentThatIsNotYet() {
    assertThatThrownBy(() -> restore(Instant.now().plusSeconds(3600).toString(), Place.BOX))
        .hasMessageContaining("that is in the future; by the clock of this machine it is");
  }

  @Test
  @Order(4)
  void bringsBackAllOfItWhereNothingWasWrittenAfterTheMoment() throws Exception {
    String last = guest.book();
    Testbed.docker("stop", box.container("database"));
    restore(Instant.now().toString(), Place.BOX);
    assertThat(bookings()).contains(last);
  }

  @Test
  @Order(5)
  void bringsBackAMomentAndSetsTheRestAside() throws Exception {
    String before = guest.book();
    Instant moment = Instant.now();
    String after = guest.book();
    Restored restored = restore(moment.toString(), Place.BOX);
    assertThat(bookings()).contains(before).doesNotContain(after);
    assertThat(
            Testbed.docker(
                "exec",
                box.container("database"),
                "ls",
                "/var/lib/postgresql/" + restored.aside().orElseThrow() + "/PG_VERSION"))
        .isNotEmpty();
    guest.book();
  }

  @Test
  @Order(6)
  void bringsBackADumpById() throws Exception {
    restore(dump, Place.BOX);
    assertThat(box.sql("SELECT count(*) FROM booking")).isNotEqualTo("0");
    guest.book();
    assertThat(box.sql("SHOW data_checksums")).isEqualTo("on");
  }

  /** A backup of an undamaged database whose schema the server refuses. */
  @Test
  @Order(7)
  void putsTheOldDataBackIfBookingDoesNotStartOnWhatWasRestored() throws Exception {
    String from = box.sql("SELECT works_from FROM schema_compatibility");
    box.sql(
        "INSERT INTO flyway_schema_history (installed_rank, version, description, type, script,"
            + " installed_by, execution_time, success)"
            + " VALUES (999, '999', 'future', 'SQL', 'V999', 'future', 0, true);"
            + " UPDATE schema_compatibility SET works_from = 999");
    assertThatThrownBy(() -> box.backups().createVerified("of the future"))
        .hasMessageContaining("Booking does not work on it");
    box.sql(
        "DELETE FROM flyway_schema_history WHERE version = '999';"
            + " UPDATE schema_compatibility SET works_from = "
            + from);
    Backup future = box.backups().list().getLast();
    assertThat(future.fault()).isPresent();
    String booking = guest.book();
    assertThatThrownBy(() -> restore(future.id(), Place.BOX))
        .isInstanceOfSatisfying(
            OpsException.class,
            failure -> assertThat(failure.exitCode()).isEqualTo(ExitCode.UNDONE));
    assertThat(bookings()).contains(booking);
    guest.book();
  }

  @Test
  @Order(8)
  void bringsBackAllOfItOnAnEmptyCard() throws Exception {
    // The base backup from before the restore is useless now.
    try (Lock _ = Lock.take(box.settings().places().state().resolve("lock"), "deploy 1.0.0")) {
      assertThat(box.backups().createMissingBase()).isEmpty();
    }
    Backup base = box.backups().createMissingBase().orElseThrow();
    assertThat(base.reason()).isEqualTo("the base is from before a restore");
    assertThat(base.copiedAt()).isPresent();
    String last = guest.book();
    box.sql("SELECT pg_switch_wal()");
    await().atMost(Duration.ofMinutes(1)).until(() -> box.backups().ship().segments() > 0);
    Folders.delete(box.settings().places().backups());
    box.compose("--profile", "*", "down", "--volumes");
    // A new card may have new secrets, too.
    Files.writeString(
        box.settings().places().secrets().resolve("database-password"), "anotherpassword");
    Restored restored = restore(Instant.now().toString(), Place.REMOTE);
    assertThat(restored.moment()).startsWith("as late as the WAL goes, which ends before");
    assertThat(restored.aside()).isEmpty();
    assertThat(bookings()).contains(last);
    guest.book();
  }

  private static Restored restore(@org.jspecify.annotations.Nullable String to, Place from)
      throws Exception {
    try (Restore restore = box.backups().restore(from)) {
      RestorePlan plan = restore.plan(to);
      plan.lines().forEach(System.out::println);
      return restore.run(plan);
    }
  }

  private static List<String> bookings() throws Exception {
    return box.sql("SELECT id FROM booking").lines().toList();
  }
}
