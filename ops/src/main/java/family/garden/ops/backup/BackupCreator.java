package family.garden.ops.backup;

import family.garden.ops.database.Fingerprint;
import family.garden.ops.database.Postgres;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.disk.Sha256;
import family.garden.ops.process.Command;
import family.garden.ops.process.Pipeline;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Makes a backup and the fingerprint of exactly what is in it. Nothing is listed before all of it
 * is on the disk; what failed half-way is thrown away.
 */
record BackupCreator(LiveDatabase live, Key key, BackupRepository repository, Progress progress) {
  private static final Duration LIMIT = Duration.ofMinutes(30);
  private static final String NOW =
      "to_char(%s AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";

  Manifest create(BackupType type, String reason) throws OpsException {
    String id = BackupRepository.TIME.format(Instant.now()) + "-" + type.word();
    Path begun = repository.begin(id);
    try {
      Path file = begun.resolve(type.file());
      Manifest manifest = type == BackupType.BASE ? base(id, reason, file) : dump(id, reason, file);
      Private.write(begun.resolve(Manifest.FILE), manifest.sealed(key));
      Durable.sync(file);
      repository.finish(begun, id);
      return manifest;
    } catch (IOException e) {
      throw Durable.failed("make the backup " + id, e);
    } finally {
      Folders.delete(begun);
    }
  }

  /**
   * The dump and its fingerprint see the same moment: one snapshot, held open until both are done.
   */
  private Manifest dump(String id, String reason, Path file) throws OpsException {
    progress.step("Writing a dump, encrypted as it comes");
    try (PsqlSession session = live.session()) {
      session.ask("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;");
      String snapshot = session.one("SELECT pg_export_snapshot();");
      Instant moment = Instant.parse(session.one("SELECT " + NOW.formatted("now()") + ";"));
      write(file, Postgres.dump(snapshot), "dump the database");
      progress.step("Taking the fingerprint of the same moment");
      Fingerprint fingerprint = session.fingerprint();
      return manifest(
          session, id, BackupType.DUMP, moment, reason, Optional.empty(), file, fingerprint);
    }
  }

  /**
   * The fingerprint of a base is of the restore point after it: for the instant in which that is
   * made, nobody may write; what was acknowledged before is in the WAL before it.
   */
  private Manifest base(String id, String reason, Path file) throws OpsException {
    progress.step("Copying the files of the database, encrypted as they come");
    try (PsqlSession locking = live.session();
        PsqlSession reading = live.session()) {
      String first = locking.one("SELECT pg_walfile_name(pg_current_wal_lsn());");
      long size =
          Long.parseLong(
              locking.one("SELECT setting FROM pg_settings WHERE name = 'wal_segment_size';"));
      write(file, Postgres.base(id), "copy the files of the database");
      progress.step("Taking the fingerprint of the moment after");
      String tables =
          String.join(
              ", ",
              locking.ask(
                  "SELECT oid::regclass FROM pg_class WHERE relkind IN ('r', 'p')"
                      + " AND relnamespace = 'public'::regnamespace;"));
      // Each statement sees its own moment, so what is exported is of after the lock.
      locking.ask("BEGIN ISOLATION LEVEL READ COMMITTED;");
      if (!tables.isEmpty()) {
        locking.ask(standstill(tables));
      }
      String snapshot = locking.one("SELECT pg_export_snapshot();");
      String last =
          locking.one("SELECT pg_walfile_name(pg_create_restore_point('" + id + "') - 1);");
      Instant moment =
          Instant.parse(locking.one("SELECT " + NOW.formatted("clock_timestamp()") + ";"));
      reading.ask("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY;");
      reading.ask("SET TRANSACTION SNAPSHOT '" + snapshot + "';");
      locking.ask("COMMIT;");
      locking.ask("SELECT pg_switch_wal();");
      return manifest(
          reading,
          id,
          BackupType.BASE,
          moment,
          reason,
          Optional.of(new WalRange(first, last, size)),
          file,
          reading.fingerprint());
    }
  }

  /**
   * Nobody writes any more. The tables are locked one after the other, and somebody may write first
   * to one that comes late and then to one that is locked already: both would wait for each other.
   * So it waits for less long than PostgreSQL takes to look for such a pair (a second), lets go of
   * all, and tries again.
   */
  private static String standstill(String tables) {
    return """
    DO $$ BEGIN
      SET LOCAL lock_timeout = '100ms';
      FOR attempt IN 1..200 LOOP
        BEGIN
          LOCK TABLE %s IN SHARE MODE;
          RETURN;
        EXCEPTION WHEN lock_not_available THEN
          PERFORM pg_sleep(random() * 0.2);
        END;
      END LOOP;
      RAISE lock_not_available USING MESSAGE = 'somebody keeps writing';
    END $$;
    """
        .formatted(tables);
  }

  private void write(Path file, String[] program, String tried) throws OpsException {
    Command reads = live.program(program);
    Pipeline.run(null, List.of(reads, key.encrypt()), file, LIMIT)
        .expectSuccess(
            tried, "Nothing is kept of it. See whether the database runs and the disk has room.");
  }

  private static Manifest manifest(
      PsqlSession session,
      String id,
      BackupType type,
      Instant moment,
      String reason,
      Optional<WalRange> wal,
      Path file,
      Fingerprint fingerprint)
      throws OpsException {
    try {
      return new Manifest(
          id,
          type,
          moment,
          reason,
          Integer.parseInt(session.one("SELECT current_setting('server_version_num')::int/10000;")),
          Integer.parseInt(fingerprint.facts().getOrDefault("schema version", "0")),
          session.one("SELECT system_identifier FROM pg_control_system();"),
          wal,
          Files.size(file),
          Sha256.of(file),
          fingerprint,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());
    } catch (IOException e) {
      throw Durable.failed("read " + file, e);
    }
  }
}
