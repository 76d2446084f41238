package family.garden.ops.backup;

import family.garden.ops.database.Fingerprint;
import family.garden.ops.database.Postgres;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.disk.Sha256;
import family.garden.ops.process.Command;
import family.garden.ops.process.Pipeline;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.zip.GZIPInputStream;

/** Restores a backup from its encrypted files into a scratch database. */
record DatabaseRestorer(
    LiveDatabase live, Key key, BackupRepository repository, Progress progress) {
  private static final Duration START = Duration.ofMinutes(10);
  private static final Duration LOAD = Duration.ofMinutes(30);
  private static final Duration SHORT = Duration.ofSeconds(60);

  /** Refuses a backup of another PostgreSQL than the image has, and one whose file was changed. */
  void expectSound(Manifest manifest, String image) throws OpsException {
    expectSameVersion(manifest, image);
    expectUnchanged(manifest);
  }

  /** Checks the version alone, for a backup whose file was read just now for its checksum. */
  void expectSameVersion(Manifest manifest, String image) throws OpsException {
    int version = live.majorVersion(image);
    if (manifest.postgres() != version) {
      throw OpsException.refused(
          "use the backup " + manifest.id(),
          "it is of PostgreSQL %d, the image of the database is of PostgreSQL %d"
              .formatted(manifest.postgres(), version),
          "Restore it with a release that has PostgreSQL " + manifest.postgres() + ".");
    }
  }

  private void expectUnchanged(Manifest manifest) throws OpsException {
    String tried = "use the backup " + manifest.id();
    Path file = repository.data(manifest);
    try {
      long bytes = Files.exists(file) ? Files.size(file) : -1;
      if (bytes < 0) {
        throw OpsException.refused(tried, file + " is missing", BackupVerifier.USE_ANOTHER);
      }
      if (bytes != manifest.bytes()) {
        throw OpsException.refused(
            tried,
            "%s has %d bytes, not the %d that were written"
                .formatted(file, bytes, manifest.bytes()),
            BackupVerifier.USE_ANOTHER);
      }
      if (!Sha256.of(file).equals(manifest.sha256())) {
        throw OpsException.refused(
            tried,
            file + " is not what was written: its SHA-256 is another",
            BackupVerifier.USE_ANOTHER);
      }
    } catch (IOException e) {
      throw Durable.failed("read " + file, e);
    }
  }

  void restoreDump(Manifest manifest, ScratchDatabase scratch) throws OpsException {
    scratch.start(List.of());
    scratch.awaitReady(START);
    List<Command> loads = List.of(key.decrypt(), scratch.in(Postgres.load()));
    Pipeline.run(repository.data(manifest), loads, null, LOAD)
        .expectSuccess("restore the backup " + manifest.id(), BackupVerifier.USE_ANOTHER);
  }

  /** Unpacks a base and these WAL segments and histories, and lets PostgreSQL recover. */
  void restoreBase(
      Manifest manifest, ScratchDatabase scratch, List<String> segments, RecoveryTarget target)
      throws OpsException {
    String tried = "unpack the backup " + manifest.id();
    scratch
        .feed(repository.data(manifest), key.decrypt(), Postgres.unpackBase(scratch.data()))
        .expectSuccess(tried, BackupVerifier.USE_ANOTHER);
    scratch
        .tool(Postgres.verifyBase(scratch.data()))
        .expectSuccess(tried, BackupVerifier.USE_ANOTHER);
    String wal = scratch.data() + "-wal";
    unpackWal(manifest.systemId(), segments, scratch, wal);
    progress.step("Recovering");
    // Where the live database lies in the same volume, it may have WAL that is not archived yet.
    scratch.start(Postgres.recovery(wal, Postgres.DATA + "/pg_wal", target.setting()));
    scratch.awaitReady(START);
  }

  private void unpackWal(
      String systemId, List<String> segments, ScratchDatabase scratch, String folder)
      throws OpsException {
    Path staging = repository.decryptedWal();
    Folders.delete(staging);
    try {
      Private.folder(staging);
      for (String segment : segments) {
        decrypt(systemId, segment, staging.resolve(segment + ".gz"));
      }
      Command packs = Command.of("tar", "-c", "-C", staging.toString(), ".");
      scratch
          .feed(null, packs, Postgres.unpackWal(folder))
          .expectSuccess("unpack the WAL", "See whether the disk is full.");
    } finally {
      Folders.delete(staging);
    }
  }

  private void decrypt(String systemId, String name, Path to) throws OpsException {
    Path encrypted = repository.wal().segment(systemId, name);
    Processes.runInto(to, key.decrypt().with(encrypted.toString()), SHORT)
        .expectSuccess("open the WAL segment " + name, BackupVerifier.USE_ANOTHER);
  }

  String history(String systemId, String name) throws OpsException {
    Path decrypted = repository.decryptedHistory();
    try {
      decrypt(systemId, name, decrypted);
      try (var plain = new GZIPInputStream(Files.newInputStream(decrypted))) {
        return new String(plain.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException e) {
      throw Durable.failed("read " + name, e);
    } finally {
      Folders.delete(decrypted);
    }
  }

  /** Compares a scratch database with what the live one was when the backup was made. */
  void compare(Manifest manifest, ScratchDatabase scratch) throws OpsException {
    Fingerprint there = scratch.fingerprint();
    // What people wrote first, then what surrounds it.
    List<String> differences =
        manifest.fingerprint().differences(there).stream()
            .sorted(Comparator.comparing(each -> !each.startsWith("content ")))
            .toList();
    if (!differences.isEmpty()) {
      int shown = Math.min(10, differences.size());
      throw OpsException.refused(
          "verify the backup " + manifest.id(),
          "%d facts of the restored database are not those of the live one:\n  %s"
              .formatted(differences.size(), String.join("\n  ", differences.subList(0, shown))),
          BackupVerifier.USE_ANOTHER);
    }
    progress.detail(
        "the same: %d tables, %d rows, %d facts in all"
            .formatted(there.tables(), there.rows(), there.facts().size()));
  }
}
