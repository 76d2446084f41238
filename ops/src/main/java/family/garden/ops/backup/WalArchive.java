package family.garden.ops.backup;

import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Poller;
import family.garden.ops.process.Processes;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The volume into which PostgreSQL puts finished WAL segments, compressed, until they are taken.
 */
record WalArchive(LiveDatabase live, Key key, BackupRepository repository) {
  private static final Duration SHORT = Duration.ofSeconds(60);
  private static final Duration ARCHIVED_WITHIN = Duration.ofSeconds(90);
  private static final String SUFFIX = ".gz";

  /** When the oldest segment in it was archived; empty where it has none. */
  static Optional<Instant> oldest(LiveDatabase live) throws OpsException {
    return WalStore.oldest(databases(live), SUFFIX);
  }

  private static List<Path> databases(LiveDatabase live) throws OpsException {
    return Folders.in(live.mountpoint("wal"));
  }

  /** Waits until a segment is in the archive or was taken out of it already. */
  void await(String systemId, String name) throws OpsException {
    Path archived = live.mountpoint("wal").resolve(systemId).resolve(name + SUFFIX);
    Poller patience = new Poller(ARCHIVED_WITHIN, Duration.ofMillis(200));
    while (!Files.exists(archived) && !Files.exists(repository.wal().segment(systemId, name))) {
      if (!patience.lookAgain()) {
        throw OpsException.refused(
            "wait until the WAL segment " + name + " is archived",
            "it is not after " + ARCHIVED_WITHIN.toSeconds() + " s",
            "See in the log of the database why archive-wal fails.");
      }
    }
  }

  void takeAll() throws OpsException {
    for (Path database : databases(live)) {
      String systemId = database.getFileName().toString();
      if (!systemId.matches("\\d+")) {
        continue;
      }
      Private.folder(repository.wal().folder(systemId));
      Private.folder(repository.wal().outgoing(systemId));
      for (Path segment : Folders.in(database)) {
        String name = segment.getFileName().toString();
        if (!name.startsWith(".") && name.endsWith(SUFFIX)) {
          take(segment, systemId, name.substring(0, name.length() - SUFFIX.length()));
        }
      }
    }
  }

  /** Encrypts a segment; only then it leaves the archive. */
  private void take(Path segment, String systemId, String name) throws OpsException {
    Path there = repository.wal().segment(systemId, name);
    try {
      if (Files.exists(there)) {
        expectSame(segment, there);
      } else {
        Path aside = there.resolveSibling("." + name + ".new");
        Processes.runInto(aside, key.encrypt().with(segment.toString()), SHORT)
            .expectSuccess("encrypt " + segment, "See whether the disk is full.");
        Private.move(aside, there);
      }
      Files.delete(segment);
    } catch (IOException e) {
      throw Durable.failed("take " + segment + " out of the archive", e);
    }
  }

  /** PostgreSQL archived it twice: the plug was pulled in between. */
  private void expectSame(Path segment, Path there) throws OpsException, IOException {
    Path decrypted = there.resolveSibling("." + segment.getFileName() + ".opened");
    try {
      Processes.runInto(decrypted, key.decrypt().with(there.toString()), SHORT)
          .expectSuccess("open " + there, BackupVerifier.USE_ANOTHER);
      if (Files.mismatch(decrypted, segment) >= 0) {
        throw OpsException.refused(
            "take " + segment + " out of the archive",
            there + " has its name and another content",
            "Two databases write with the same identity: stop one, then make a base backup.");
      }
    } finally {
      Files.deleteIfExists(decrypted);
    }
  }
}
