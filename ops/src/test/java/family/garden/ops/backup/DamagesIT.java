package family.garden.ops.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import family.garden.ops.NeedsEngine;
import family.garden.ops.StackCopy;
import family.garden.ops.config.SettingsFile;
import family.garden.ops.database.Postgres;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.disk.Sha256;
import family.garden.ops.process.Command;
import family.garden.ops.process.Pipeline;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import family.garden.ops.smoke.Smoke;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Backups with every damage that we could think of: verification finds each and names it. */
@ExtendWith(NeedsEngine.class)
class DamagesIT {
  private static final Duration LONG = Duration.ofMinutes(5);

  @TempDir private static Path pristine;
  private static StackCopy box;
  private static Path smokePassword;
  private static BackupRepository repository;
  private static Key key;
  private static Manifest dump;
  private static Manifest base;

  @BeforeAll
  static void start() throws Exception {
    box =
        new StackCopy(
            "damages", "BOOKING_BACKUP_TARGET={off-box}", "BOOKING_SMOKE_EMAIL=" + StackCopy.ADMIN);
    Guest guest = new Guest(box);
    smokePassword = box.settings().places().secrets().resolve("smoke-password");
    Files.writeString(smokePassword, StackCopy.PASSWORD);
    Files.setLastModifiedTime(smokePassword, FileTime.from(Instant.EPOCH));
    for (int booking = 0; booking < 5; booking++) {
      guest.book();
    }
    repository = new BackupRepository(box.settings().places().backups());
    String baseId = box.backups().create(BackupType.BASE, "a test").id();
    guest.book();
    String dumpId = box.backups().create(BackupType.DUMP, "a test").id();
    key = Key.load(box.settings().places().secrets().resolve("backup-key"));
    base = repository.read(baseId, key);
    dump = repository.read(dumpId, key);
    assertThat(base.verifiedAt()).isPresent();
    assertThat(dump.verifiedAt()).isPresent();
    copy(repository.root(), pristine.resolve("here"));
    copy(box.offBox(), pristine.resolve("off-box"));
    Files.copy(key.file(), pristine.resolve("key"));
  }

  @AfterAll
  static void stop() throws Exception {
    if (box != null) {
      box.close();
    }
  }

  @BeforeEach
  void heal() throws Exception {
    copy(pristine.resolve("here"), repository.root());
    copy(pristine.resolve("off-box"), box.offBox());
    Files.deleteIfExists(key.file());
    Files.copy(pristine.resolve("key"), key.file());
  }

  private static void copy(Path from, Path to) throws OpsException {
    Folders.delete(to);
    Processes.run(Command.of("cp", "-a", from.toString(), to.toString()), LONG)
        .expectSuccess("copy", "");
  }

  /** A damage to a backup, and the message that reports it. */
  record Damage(String name, Manifest of, Place place, String message, Deed deed) {
    @Override
    public String toString() {
      return name;
    }
  }

  interface Deed {
    void run() throws Exception;
  }

  static Stream<Damage> damages() {
    Path dumpFile = repository.folder(dump.id()).resolve(dump.type().file());
    Path baseFile = repository.folder(base.id()).resolve(base.type().file());
    Path segment = repository.wal().segment(base.systemId(), base.wal().orElseThrow().last());
    String sha = "its SHA-256 is another";
    String length = "bytes, not the";
    return Stream.of(
        of("an empty dump", dump, "has 0 bytes, not the", () -> cut(dumpFile, 0, 0)),
        of("a dump without its end", dump, length, () -> cut(dumpFile, 0, dump.bytes() / 2)),
        of("a dump without its head", dump, length, () -> cut(dumpFile, 100, dump.bytes())),
        of("a flipped bit in a dump", dump, sha, () -> flip(dumpFile, 0.5)),
        of("a flipped bit in a base", base, sha, () -> flip(baseFile, 0.9)),
        of("a base without its end", base, length, () -> cut(baseFile, 0, base.bytes() - 1)),
        of("a dump that is missing", dump, "is missing", () -> Files.delete(dumpFile)),
        of(
            "a bit flipped before the sum was taken",
            dump,
            "failed to decrypt and authenticate",
            () -> {
              flip(dumpFile, 0.5);
              reseal(dump);
            }),
        of(
            "a dump that was half when the sum was taken",
            dump,
            "restore the backup",
            () -> {
              cut(dumpFile, 0, dump.bytes() / 2);
              reseal(dump);
            }),
        of(
            "a flipped bit in a manifest",
            dump,
            "seal",
            () -> change(dump, "\"a test\"", "\"a tesu\"")),
        of(
            "a manifest of no JSON",
            dump,
            "not the JSON",
            () -> cut(repository.manifest(dump.id()), 0, 99)),
        of(
            "the manifest of another backup",
            dump,
            "it belongs to the backup " + base.id(),
            () -> Private.write(repository.manifest(dump.id()), base.sealed(key))),
        of("a flipped bit in the WAL", base, "open the WAL segment", () -> flip(segment, 0.5)),
        of("an empty WAL segment", base, "open the WAL segment", () -> cut(segment, 0, 0)),
        of("a missing WAL segment", base, "is missing", () -> Files.delete(segment)),
        of(
            "a wrong key",
            dump,
            "made with another key",
            () -> {
              Files.delete(key.file());
              Key.loadOrMake(key.file(), true, new Progress(System.out, true));
            }),
        of(
            "a dump for another key",
            dump,
            "no identity matched",
            () -> {
              Path another = repository.root().resolve("another-key");
              Key other = Key.loadOrMake(another, true, new Progress(System.out, true));
              Files.writeString(pristine.resolve("plain"), "not for you");
              Processes.runInto(
                      dumpFile, other.encrypt().with(pristine.resolve("plain").toString()), LONG)
                  .expectSuccess("encrypt", "");
              reseal(dump);
            }),
        of(
            "a missing table",
            dump,
            "content public.waiting_item is missing",
            () -> alter("DROP TABLE waiting_item CASCADE")),
        of(
            "missing rows",
            dump,
            "content public.booking_event is 5 rows",
            () -> alter("DELETE FROM booking_event WHERE id = 1")),
        of(
            "a changed value",
            dump,
            "content public.member is 1 rows",
            () -> alter("UPDATE member SET first_name = 'Gisa'")),
        of(
            "a missing constraint",
            dump,
            "constraint booking_item",
            () -> alter("ALTER TABLE booking_item DROP CONSTRAINT booking_item_booking_id_fkey")),
        of(
            "a missing index",
            dump,
            "index public.booking_member is missing",
            () -> alter("DROP INDEX booking_member")),
        of(
            "a sequence that begins anew",
            dump,
            "position public.booking_event_id_seq is 1",
            () -> alter("SELECT setval('booking_event_id_seq', 1)")),
        of(
            "a wrong version of the schema",
            dump,
            "schema version is",
            () ->
                alter(
                    "UPDATE flyway_schema_history SET success = false WHERE installed_rank = (SELECT max(installed_rank) FROM flyway_schema_history)")),
        of(
            "a wrong version of PostgreSQL",
            dump,
            "it is of PostgreSQL 16, the image",
            () -> write(ofPostgres16())),
        new Damage(
            "a damaged copy off the box",
            dump,
            Place.REMOTE,
            sha,
            () -> flip(box.offBox().resolve(dump.id()).resolve(dump.type().file()), 0.5)),
        new Damage(
            "a gap in the WAL off the box",
            base,
            Place.REMOTE,
            "is missing",
            () -> Files.delete(box.offBox().resolve(repository.root().relativize(segment)))),
        new Damage(
            "no copy off the box",
            base,
            Place.REMOTE,
            "",
            () -> Folders.delete(box.offBox().resolve(base.id()).resolve(base.type().file()))));
  }

  private static Damage of(String name, Manifest of, String message, Deed deed) {
    return new Damage(name, of, Place.BOX, message, deed);
  }

  @ParameterizedTest
  @MethodSource("damages")
  void isCaught(Damage damage) throws Exception {
    damage.deed().run();
    Backup reported = box.backups().verify(List.of(damage.of().id()), damage.place()).getFirst();
    System.out.println("CAUGHT " + damage.name() + ": " + reported.fault().orElse("NOT"));
    assertThat(reported.verifiedAt()).isEmpty();
    assertThat(reported.fault()).isPresent();
    assertThat(reported.fault().orElseThrow()).contains(damage.message());
    if (damage.place() == Place.BOX) {
      assertThat(box.backups().list())
          .filteredOn(each -> each.id().equals(damage.of().id()))
          .allSatisfy(each -> assertThat(each.verifiedAt()).isEmpty());
    }
    assertThat(StackCopy.docker("ps", "--all", "--format", "{{.Names}}"))
        .doesNotContain(box.settings().stack() + "-scratch");
  }

  /** Without this, the other tests would pass for a verification that accepts nothing. */
  @Test
  void isGoodWithoutDamage() throws Exception {
    assertThat(box.backups().verify(List.of(), Place.BOX))
        .allSatisfy(each -> assertThat(each.fault()).isEmpty());
    assertThat(box.backups().verify(List.of(), Place.REMOTE))
        .hasSize(2)
        .allSatisfy(each -> assertThat(each.fault()).isEmpty());
  }

  @Test
  void isTriedByLoggingInWhereTheAccountIsInIt() throws Exception {
    Progress progress = new Progress(System.out, true);
    LiveDatabase live = new LiveDatabase(box.settings());
    String name = box.settings().stack() + "-tried";
    StackCopy.docker("volume", "create", name);
    try (ScratchDatabase scratch =
            new ScratchDatabase(
                box.settings(),
                live.image(),
                name,
                name,
                Postgres.DATA,
                ScratchDatabase.Use.SCRATCH);
        ScratchServer server = new ScratchServer(box.settings(), scratch)) {
      new DatabaseRestorer(live, key, repository, progress).restoreDump(dump, scratch);
      server.start(live.serverImage().orElseThrow());
      Smoke smoke = new Smoke(box.settings(), progress);
      assertThat(smoke.test(server, dump.madeAt()).token()).isPresent();
      assertThat(smoke.test(server, Instant.EPOCH.minusSeconds(1)).token()).isEmpty();
      try (PsqlSession session = scratch.session()) {
        session.ask("UPDATE member SET password_hash = NULL;");
      }
      assertThatThrownBy(() -> smoke.test(server, dump.madeAt())).hasMessageContaining("401");
    } finally {
      StackCopy.docker("volume", "rm", name);
    }
  }

  @Test
  void isRefusedIfBookingDoesNotWorkOnIt() throws Exception {
    withImage(
        "BOOKING_BLUE_IMAGE",
        "BOOKING_DATABASE_IMAGE",
        () -> {
          Backup reported = box.backups().verify(List.of(dump.id()), Place.BOX).getFirst();
          assertThat(reported.verifiedAt()).isEmpty();
          assertThat(reported.fault().orElseThrow()).contains("Booking does not work on it");
        });
  }

  /**
   * If the server itself is broken, a backup must be possible before another version is deployed.
   */
  @Test
  void isGoodIfBookingWorksOnTheLiveDatabaseNeither() throws Exception {
    String live = box.container("server-blue");
    StackCopy.docker("stop", live);
    try {
      withImage(
          "BOOKING_BLUE_IMAGE",
          "BOOKING_DATABASE_IMAGE",
          () ->
              assertThat(box.backups().verify(List.of(dump.id()), Place.BOX).getFirst().fault())
                  .isEmpty());
    } finally {
      StackCopy.docker("start", live);
      await()
          .atMost(LONG)
          .until(
              () ->
                  StackCopy.docker("inspect", "--format={{.State.Health.Status}}", live)
                      .strip()
                      .equals("healthy"));
    }
  }

  @Test
  void refusesWithoutItsKey() throws Exception {
    Files.delete(key.file());
    assertThatThrownBy(() -> box.backups().verify(List.of(dump.id()), Place.BOX))
        .hasMessageContaining("it is missing");
    // It makes no new key, because a new key cannot open the existing backups.
    assertThatThrownBy(() -> box.backups().createVerified("a test"))
        .hasMessageContaining("it is missing");
    assertThat(key.file()).doesNotExist();
  }

  @Test
  void isNoBackupIfPgDumpFailsInTheMiddle() throws Exception {
    try (PsqlSession blocking = new LiveDatabase(box.settings()).session();
        PsqlSession killing = new LiveDatabase(box.settings()).session()) {
      blocking.ask("BEGIN; LOCK TABLE booking IN ACCESS EXCLUSIVE MODE;");
      Thread kills =
          Thread.ofVirtual()
              .start(
                  () ->
                      await()
                          .atMost(LONG)
                          .until(
                              () ->
                                  killing
                                      .ask(
                                          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                                              + " WHERE application_name = 'pg_dump'"
                                              + " AND wait_event_type = 'Lock';")
                                      .contains("t")));
      assertThatThrownBy(() -> box.backups().createVerified("a test"))
          .hasMessageContaining("dump the database")
          .hasMessageContaining("terminating connection");
      kills.join();
    }
    assertThat(repository.ids()).containsExactlyInAnyOrder(base.id(), dump.id());
  }

  @Test
  void isNoBackupIfTheDiskIsFull(@TempDir Path small) throws Exception {
    Assumptions.assumeTrue(
        Processes.run(
                Command.of("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", small.toString()),
                LONG)
            .isSuccess(),
        "No small disk can be made here.");
    try {
      BackupCreator creation =
          new BackupCreator(
              new LiveDatabase(box.settings()),
              key,
              new BackupRepository(small),
              new Progress(System.out, true));
      assertThatThrownBy(() -> creation.create(BackupType.BASE, "a test"))
          .hasMessageContaining("no space left on device");
      assertThat(new BackupRepository(small).ids()).isEmpty();
    } finally {
      Processes.run(Command.of("umount", small.toString()), LONG);
    }
  }

  @Test
  void saysSoIfTheScratchDatabaseCannotStart() throws Exception {
    withImage(
        "BOOKING_DATABASE_IMAGE",
        "BOOKING_CACHE_IMAGE",
        () -> {
          Backup reported = box.backups().verify(List.of(dump.id()), Place.BOX).getFirst();
          assertThat(reported.fault().orElseThrow()).contains("image of the database");
        });
  }

  /** Makes images.env name the image of another service for this one meanwhile. */
  private static void withImage(String part, String other, Deed deed) throws Exception {
    Path images = box.settings().places().images();
    String text = Files.readString(images);
    String image = SettingsFile.read(images).get(other);
    Files.writeString(images, text.replaceAll(part + "=\\S+", part + "=" + image));
    try {
      deed.run();
    } finally {
      Files.writeString(images, text);
    }
  }

  private static void cut(Path file, long from, long to) throws IOException {
    byte[] all = Files.readAllBytes(file);
    Files.write(file, java.util.Arrays.copyOfRange(all, (int) from, (int) to));
  }

  private static void flip(Path file, double where) throws IOException {
    byte[] all = Files.readAllBytes(file);
    all[(int) (all.length * where)] ^= 1;
    Files.write(file, all);
  }

  private static void change(Manifest manifest, String from, String to) throws IOException {
    Path file = repository.manifest(manifest.id());
    String text = Files.readString(file);
    assertThat(text).contains(from);
    Files.writeString(file, text.replace(from, to));
  }

  private static void write(Manifest manifest) throws OpsException {
    Private.write(repository.manifest(manifest.id()), manifest.sealed(key));
  }

  /** Repeats the hash, as if the damage had existed when the backup was made. */
  private static void reseal(Manifest of) throws Exception {
    Path file = repository.folder(of.id()).resolve(of.type().file());
    write(
        new Manifest(
            of.id(),
            of.type(),
            of.madeAt(),
            of.reason(),
            of.postgres(),
            of.schema(),
            of.systemId(),
            of.wal(),
            Files.size(file),
            Sha256.of(file),
            of.fingerprint(),
            of.verifiedAt(),
            Optional.empty(),
            of.copiedAt()));
  }

  private static Manifest ofPostgres16() {
    return new Manifest(
        dump.id(),
        dump.type(),
        dump.madeAt(),
        dump.reason(),
        16,
        dump.schema(),
        dump.systemId(),
        dump.wal(),
        dump.bytes(),
        dump.sha256(),
        new family.garden.ops.database.Fingerprint(new TreeMap<>(dump.fingerprint().facts())),
        dump.verifiedAt(),
        Optional.empty(),
        dump.copiedAt());
  }

  /** An intact dump of a database that differs from the live one. */
  private static void alter(String statement) throws Exception {
    Path file = repository.folder(dump.id()).resolve(dump.type().file());
    StackCopy.docker(
        "exec",
        box.container("database"),
        "psql",
        "-U",
        "database",
        "-d",
        "postgres",
        "-qc",
        "DROP DATABASE IF EXISTS altered",
        "-c",
        "CREATE DATABASE altered OWNER booking");
    LiveDatabase live = new LiveDatabase(box.settings());
    Command loads = live.engine().feeding("database", altered(Postgres.load()));
    Pipeline.run(file, List.of(key.decrypt(), loads), null, LONG).expectSuccess("load", "");
    StackCopy.docker(
        "exec",
        box.container("database"),
        "psql",
        "-U",
        "database",
        "-d",
        "altered",
        "-qv",
        "ON_ERROR_STOP=1",
        "-c",
        statement);
    String[] dumps = {"pg_dump", "--username=database", "--dbname=altered", "--format=custom"};
    Path aside = pristine.resolve("altered.age");
    Pipeline.run(null, List.of(live.program(dumps), key.encrypt()), aside, LONG)
        .expectSuccess("dump", "");
    Files.copy(aside, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    reseal(dump);
  }

  private static String[] altered(String[] program) {
    return Stream.of(program)
        .map(word -> word.replace("--dbname=booking", "--dbname=altered"))
        .toArray(String[]::new);
  }
}
