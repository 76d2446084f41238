package family.garden.ops.backup;

import family.garden.ops.database.Postgres;
import family.garden.ops.database.WalSegment;
import family.garden.ops.disk.Durable;
import family.garden.ops.disk.Folders;
import family.garden.ops.disk.Lock;
import family.garden.ops.disk.Private;
import family.garden.ops.process.Poller;
import family.garden.ops.process.ProcessResult;
import family.garden.ops.process.Processes;
import family.garden.ops.progress.Progress;
import family.garden.ops.result.OpsException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Takes finished pieces of the journal out of the archive, encrypts them and takes them off the
 * box.
 */
final class Shipping {
  private static final Duration SHORT = Duration.ofSeconds(60);
  static final Duration ARCHIVED_WITHIN = Duration.ofSeconds(90);
  private static final String ARCHIVED = ".gz";

  private final LiveDatabase live;
  private final Key key;
  private final BackupRepository shelf;
  private final RemoteCopy offBox;
  private final Progress progress;

  Shipping(
      LiveDatabase live, Key key, BackupRepository shelf, RemoteCopy offBox, Progress progress) {
    this.live = live;
    this.key = key;
    this.shelf = shelf;
    this.offBox = offBox;
    this.progress = progress;
  }

  /**
   * All that is finished; how many pieces are off the box now, or encrypted where there is no
   * other.
   */
  int ship() throws OpsException {
    awakenTimeout();
    try (var _ = lock()) {
      takeAll();
      return sendAll();
    }
  }

  /** As {@link #ship}, as far as that needs nothing but this machine. */
  void takeOut() throws OpsException {
    try (var _ = lock()) {
      takeAll();
    }
  }

  private Lock lock() throws OpsException {
    return Lock.await(
        Private.folder(shelf.root()).resolve(".journal.lock"),
        "ship the journal",
        Duration.ofMinutes(10));
  }

  /**
   * Takes out all that was written until now, so that a restore to any moment before it finds a
   * transaction after that moment. Where the database does not run, all that it had finished.
   */
  void takeOutUntilNow() throws OpsException {
    try (PsqlSession session = live.session()) {
      String systemId = session.one("SELECT system_identifier FROM pg_control_system();");
      session.ask("SELECT pg_current_xact_id();");
      String last = session.one("SELECT pg_walfile_name(pg_switch_wal());");
      awaitArchived(systemId, last, ARCHIVED_WITHIN);
    } catch (OpsException notRunning) {
      Poller.throwIfInterrupted();
      progress.warn("What was written last is not in the archive: " + notRunning.getMessage());
    }
    takeOut();
  }

  private void takeAll() throws OpsException {
    for (Path database : Folders.in(live.mountpoint("journal"))) {
      String systemId = database.getFileName().toString();
      if (!systemId.matches("\\d+")) {
        continue;
      }
      Private.folder(shelf.journal(systemId));
      Private.folder(shelf.outgoing(systemId));
      for (Path piece : Folders.in(database)) {
        String name = piece.getFileName().toString();
        if (!name.startsWith(".") && name.endsWith(ARCHIVED)) {
          take(piece, systemId, name.substring(0, name.length() - ARCHIVED.length()));
        }
      }
    }
  }

  private int sendAll() throws OpsException {
    int taken = 0;
    for (Path outgoing : Folders.in(shelf.root().resolve(BackupRepository.OUTGOING))) {
      taken += send(outgoing.getFileName().toString());
    }
    return taken;
  }

  /** Since when the oldest finished piece waits in the archive. */
  static Optional<Instant> oldestArchived(LiveDatabase live) throws OpsException {
    Optional<Instant> oldest = Optional.empty();
    for (Path database : Folders.in(live.mountpoint("journal"))) {
      oldest = BackupRepository.earlier(oldest, BackupRepository.oldest(database, ARCHIVED));
    }
    return oldest;
  }

  /**
   * After a start, PostgreSQL heeds archive_timeout only when its checkpointer has woken up for
   * another reason, which may take as long as checkpoint_timeout (15 minutes). Reading its settings
   * again wakes it. Where the database does not run, nothing waits in it.
   */
  private void awakenTimeout() throws OpsException {
    String asleep =
        "SELECT pg_reload_conf() FROM pg_stat_archiver"
            + " WHERE greatest(last_archived_time, pg_conf_load_time())"
            + " <= pg_postmaster_start_time() + interval '5 s'";
    ProcessResult outcome = Processes.run(live.program(Postgres.query(asleep)), SHORT);
    if (!outcome.isSuccess()) {
      progress.warn("The database does not answer; what it has archived is taken all the same.");
    }
  }

  /** Encrypts a piece; only then it leaves the archive. */
  private void take(Path piece, String systemId, String name) throws OpsException {
    Path there = shelf.piece(systemId, name);
    try {
      if (Files.exists(there)) {
        expectSame(piece, there);
      } else {
        Path aside = there.resolveSibling("." + name + ".new");
        Processes.runInto(aside, key.encrypt().with(piece.toString()), SHORT)
            .expectSuccess("encrypt " + piece, "See whether the disk is full.");
        Private.move(aside, there);
      }
      Files.delete(piece);
    } catch (IOException e) {
      throw Durable.failed("take " + piece + " out of the archive", e);
    }
  }

  /** Handed over twice: the plug was pulled in between. */
  private void expectSame(Path piece, Path there) throws OpsException, IOException {
    Path opened = there.resolveSibling("." + piece.getFileName() + ".opened");
    try {
      Processes.runInto(opened, key.decrypt().with(there.toString()), SHORT)
          .expectSuccess("open " + there, BackupVerifier.USE_ANOTHER);
      if (Files.mismatch(opened, piece) >= 0) {
        throw OpsException.refused(
            "take " + piece + " out of the archive",
            there + " has its name and another content",
            "Two databases write with the same identity: stop one, then make a base backup.");
      }
    } finally {
      Files.deleteIfExists(opened);
    }
  }

  private int send(String systemId) throws OpsException {
    List<Path> pieces =
        Folders.in(shelf.outgoing(systemId)).stream()
            .filter(each -> each.getFileName().toString().endsWith(BackupRepository.PIECE))
            .toList();
    if (pieces.isEmpty()) {
      return 0;
    }
    if (offBox.isSet()) {
      offBox.put(
          shelf.outgoing(systemId),
          BackupRepository.JOURNAL + "/" + systemId,
          "--no-traverse",
          "--include=*" + BackupRepository.PIECE);
    }
    for (Path each : pieces) {
      Private.move(each, shelf.journal(systemId).resolve(each.getFileName()));
    }
    return pieces.size();
  }

  /** Waits until a piece is in the archive or was taken out of it already. */
  void awaitArchived(String systemId, String name, Duration limit) throws OpsException {
    Path archived = live.mountpoint("journal").resolve(systemId).resolve(name + ARCHIVED);
    Poller poller = new Poller(limit, Duration.ofMillis(200));
    while (!Files.exists(archived) && !Files.exists(shelf.piece(systemId, name))) {
      if (!poller.lookAgain()) {
        throw OpsException.refused(
            "wait until the piece " + name + " of the journal is archived",
            "it is not after " + limit.toSeconds() + " s",
            "See in the log of the database why archive-journal fails.");
      }
    }
  }

  /** Whether restores to now would end at a gap; the keeper is told. */
  Optional<String> gapAfter(Manifest base) throws OpsException {
    Manifest.Span span = base.journal().orElseThrow();
    long timeline = WalSegment.of(span.first(), span.size()).orElseThrow().timeline();
    List<String> same =
        shelf.pieces(base.systemId()).stream()
            .filter(
                each ->
                    WalSegment.of(each, span.size())
                        .filter(piece -> piece.timeline() == timeline)
                        .isPresent())
            .toList();
    Optional<String> gap = WalChain.after(span, new TreeSet<>(same), Map.of()).missing();
    gap.ifPresent(
        name ->
            progress.warn(
                "The journal has a gap at %s: nothing after it can be restored. Make a base backup: "
                        .formatted(name)
                    + "bookingctl backup create --base"));
    return gap;
  }
}
